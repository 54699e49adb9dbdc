/* time/grammars: the compiled grammar of each language, made once a process when first asked for. Never freed: it is as
 * constant as the tables it is made of. */
#include "time/grammar.h"

const Grammar *
tarikh_time_grammar_get (const TarikhLexicon *lexicon)
{
  static GMutex lock;
  static GHashTable *grammars; /* lexicon → Grammar */
  const TarikhLexiconTable *table = tarikh_lexicon_get_table (lexicon, "time-rules");
  Grammar *grammar;

  if (table == NULL)
    return NULL;
  g_mutex_lock (&lock);
  if (grammars == NULL)
    grammars = g_hash_table_new (NULL, NULL);
  grammar = g_hash_table_lookup (grammars, lexicon);
  if (grammar == NULL) {
    g_autofree char *message = NULL;
    grammar = tarikh_time_grammar_new (table, &message);
    if (grammar == NULL)
      g_error ("time-rules: %s", message);
    g_hash_table_insert (grammars, (gpointer) lexicon, grammar);
  }
  g_mutex_unlock (&lock);
  return grammar;
}
