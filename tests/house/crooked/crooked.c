/* house/crooked: breaks the law of symbols on purpose, so that house-objects reads what a compiler really writes. */
#include <stdio.h>
#include <stdlib.h>

extern int tarikh_text_reach (void);
int crooked_counter = 1;

static int
remember (void)
{
  static int calls;

  return ++calls;
}

int
crooked_run (void)
{
  static const char *const table[] = { "a", "b" };

  puts (table[remember () % 2]);
  return tarikh_text_reach () + (getenv ("TARIKH") != NULL);
}
