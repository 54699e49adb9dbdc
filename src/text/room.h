/* text/room: what the files of this room share. */
#pragma once

#include "text/text.h"

/* Fills TEXT's sentences from its tokens. */
void tarikh_text_cut_sentences (TarikhText *text);
