/* fuzz: what every target offers. Built with libFuzzer (see meson.build) it is fuzzed; else replay.c runs its seeds. A
 * target takes any bytes, goes the whole way through its room and checks what must hold of every answer; it keeps no
 * state between calls and returns 0. */
#pragma once

#include <stddef.h>
#include <stdint.h>

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);
