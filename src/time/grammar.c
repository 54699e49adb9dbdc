/* time/grammar: which automaton reads which language. */
#include "time/grammar.h"

#include <string.h>

const Grammar *
tarikh_time_grammar_get (const TarikhLexicon *lexicon)
{
  for (const Grammar *grammar = tarikh_time_grammars; grammar->lang != NULL; grammar++)
    if (strcmp (grammar->lang, tarikh_lexicon_get_lang (lexicon)) == 0)
      return grammar;
  return NULL;
}
