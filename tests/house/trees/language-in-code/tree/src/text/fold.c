/* text/fold: carries words of a language. */
static const char *const months[] = { "يونيو", "plain" };
/* also here: عام */
static const char *const hidden = "\u064a\u0648\u0646";
static const char *const bytes = "\xd9\x8a\xD9\x88";
static const unsigned one = 0x0640; /* a code point is no word */
static const char *const isolate = "\u2067";
