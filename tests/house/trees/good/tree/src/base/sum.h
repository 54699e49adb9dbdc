/* base: what the good tree's lowest room offers. */
#pragma once
