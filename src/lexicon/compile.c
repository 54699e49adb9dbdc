/* lexicon/compile: the build-time program that turns the language tables into C. Shares text/fold and text/token with the
 * run time. Refuses, with file and line: rows of a wrong width, unknown classes and clitics, words that fold to nothing,
 * the same word twice in one class, a clitic or message told twice.
 *
 * usage: lexicon-compile OUT.c LANG/TABLE.tsv…   (the folder's name is the language) */
#include "lexicon/data.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
  char *name;
  guint n_columns;
  GPtrArray *cells; /* char*, header first */
} Table;

typedef struct {
  guint16 class_id;
  char *value;
} Meaning;

typedef struct {
  GPtrArray *meanings; /* Meaning*; empty for the mere beginning of a phrase */
  gboolean continues;
} Entry;

typedef struct {
  char *lang;
  GHashTable *entries;  /* folded key → Entry */
  GHashTable *messages; /* key → text */
  GHashTable *clitics;  /* folded form → flags */
  GPtrArray *tables;    /* Table* */
} Language;

typedef struct {
  const char *path;
  guint line;
} Place;

static void G_GNUC_PRINTF (2, 3) G_GNUC_NORETURN
refuse (const Place *place, const char *format, ...)
{
  va_list arguments;

  fprintf (stderr, "%s:%u: ", place->path, place->line);
  va_start (arguments, format);
  vfprintf (stderr, format, arguments);
  va_end (arguments);
  fputc ('\n', stderr);
  exit (1);
}

static const char *const class_names[] = {
  "NONE",
#define CLASS(name, doc) #name,
#include "lexicon/classes.def"
#undef CLASS
};

static guint16
parse_class (const Place *place, const char *name)
{
  for (guint i = 1; i < G_N_ELEMENTS (class_names); i++)
    if (strcmp (name, class_names[i]) == 0)
      return (guint16) i;
  refuse (place, "unknown class '%s'", name);
}

static guint
parse_clitics (const Place *place, const char *names)
{
  static const struct {
    const char *name;
    guint flag;
  } flags[] = { { "and", TARIKH_CLITIC_AND },
                { "preposition", TARIKH_CLITIC_PREPOSITION },
                { "article", TARIKH_CLITIC_ARTICLE },
                { "future", TARIKH_CLITIC_FUTURE },
                { "fused", TARIKH_CLITIC_FUSED } };
  g_auto (GStrv) parts = g_strsplit (names, "+", -1);
  guint result = 0;

  for (guint i = 0; parts[i] != NULL; i++) {
    guint known = 0;
    for (guint j = 0; j < G_N_ELEMENTS (flags); j++)
      if (strcmp (parts[i], flags[j].name) == 0)
        known = flags[j].flag;
    if (known == 0)
      refuse (place, "unknown clitic '%s'", parts[i]);
    result |= known;
  }
  return result;
}

/* WORD as look-up sees it: its tokens folded, joined by one space. */
static char *
fold_key (const Place *place, const char *word)
{
  g_autoptr (TarikhText) text = tarikh_text_new (word, strlen (word));
  GString *key = g_string_new (NULL);

  for (guint i = 0; i < text->n_tokens; i++) {
    if (text->tokens[i].fold_length == 0)
      refuse (place, "'%s' has a part that folds to nothing", word);
    if (i > 0)
      g_string_append_c (key, ' ');
    g_string_append_len (key, tarikh_text_get_fold (text, &text->tokens[i]), text->tokens[i].fold_length);
  }
  if (key->len == 0)
    refuse (place, "'%s' folds to nothing", word);
  return g_string_free (key, FALSE);
}

static void
free_meaning (gpointer data)
{
  Meaning *meaning = data;

  g_free (meaning->value);
  g_free (meaning);
}

static void
free_entry (gpointer data)
{
  Entry *entry = data;

  g_ptr_array_unref (entry->meanings);
  g_free (entry);
}

static Entry *
demand_entry (Language *language, const char *key)
{
  Entry *entry = g_hash_table_lookup (language->entries, key);

  if (entry == NULL) {
    entry = g_new0 (Entry, 1);
    entry->meanings = g_ptr_array_new_with_free_func (free_meaning);
    g_hash_table_insert (language->entries, g_strdup (key), entry);
  }
  return entry;
}

static void
add_word (Language *language, const Place *place, char **cells)
{
  g_autofree char *key = fold_key (place, cells[0]);
  guint16 class_id = parse_class (place, cells[1]);
  Entry *entry = demand_entry (language, key);

  for (guint i = 0; i < entry->meanings->len; i++)
    if (((Meaning *) entry->meanings->pdata[i])->class_id == class_id)
      refuse (place, "'%s' is in class %s already (folded: '%s')", cells[0], cells[1], key);

  Meaning *meaning = g_new (Meaning, 1);
  *meaning = (Meaning){ class_id, g_strdup (cells[2]) };
  g_ptr_array_add (entry->meanings, meaning);
  for (const char *space = strchr (key, ' '); space != NULL; space = strchr (space + 1, ' ')) {
    g_autofree char *beginning = g_strndup (key, (gsize) (space - key));
    demand_entry (language, beginning)->continues = TRUE;
  }
}

static void
add_message (Language *language, const Place *place, char **cells)
{
  if (!g_hash_table_insert (language->messages, g_strdup (cells[0]), g_strdup (cells[1])))
    refuse (place, "message '%s' told twice", cells[0]);
}

static void
add_clitic (Language *language, const Place *place, char **cells)
{
  char *key = fold_key (place, cells[0]);

  if (!g_hash_table_insert (language->clitics, key, GUINT_TO_POINTER (parse_clitics (place, cells[1]))))
    refuse (place, "clitic '%s' told twice", cells[0]);
  if (g_hash_table_size (language->clitics) > G_MAXUINT8)
    refuse (place, "more clitics than can be numbered");
}

typedef void (*AddRow) (Language *language, const Place *place, char **cells);

/* What a table is, by its header. */
static AddRow
choose_kind (const char *header, guint *width)
{
  if (g_str_has_prefix (header, "word\tclass\tvalue")) {
    *width = 3;
    return add_word;
  }
  if (g_str_has_prefix (header, "key\ttext")) {
    *width = 2;
    return add_message;
  }
  if (g_str_has_prefix (header, "form\tclitics")) {
    *width = 2;
    return add_clitic;
  }
  return NULL;
}

static void
add_raw_row (Table *table, const Place *place, char **cells)
{
  guint n = g_strv_length (cells);

  if (table->cells->len == 0)
    table->n_columns = n;
  if (n > table->n_columns)
    refuse (place, "%u columns, the header has %u", n, table->n_columns);
  for (guint i = 0; i < table->n_columns; i++)
    g_ptr_array_add (table->cells, g_strdup (i < n ? cells[i] : ""));
}

static Table *
new_table (Language *language, const char *path)
{
  Table *table = g_new0 (Table, 1);
  g_autofree char *base = g_path_get_basename (path);

  table->name = g_strndup (base, strlen (base) - strlen (".tsv"));
  table->cells = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (language->tables, table);
  return table;
}

/* Rows end at the line end; blank lines and lines that begin with '#' are for people. */
static void
read_table (Language *language, const char *path)
{
  g_autofree char *data = NULL;
  g_autoptr (GError) error = NULL;
  Place place = { path, 0 };
  AddRow add = NULL;
  Table *raw = NULL;
  guint width = 0;

  if (!g_file_get_contents (path, &data, NULL, &error))
    refuse (&place, "%s", error->message);
  g_auto (GStrv) lines = g_strsplit (data, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++) {
    place.line = i + 1;
    if (lines[i][0] == '\0' || lines[i][0] == '#')
      continue;
    if (!g_utf8_validate (lines[i], -1, NULL))
      refuse (&place, "not UTF-8");
    g_auto (GStrv) cells = g_strsplit (lines[i], "\t", -1);
    if (width == 0 && raw == NULL) {
      add = choose_kind (lines[i], &width);
      if (add == NULL)
        add_raw_row (raw = new_table (language, path), &place, cells);
    } else if (raw != NULL) {
      add_raw_row (raw, &place, cells);
    } else if (g_strv_length (cells) < width) {
      refuse (&place, "%u columns, %u needed", g_strv_length (cells), width);
    } else {
      add (language, &place, cells);
    }
  }
}

/* ---- writing C ---- */

static void
write_string (FILE *out, const char *text)
{
  fputc ('"', out);
  for (const char *p = text; *p != '\0'; p++) {
    if (*p == '"' || *p == '\\')
      fprintf (out, "\\%c", *p);
    else if (*p == '?')
      fputs ("\\?", out);
    else if ((guchar) *p < 0x20)
      fprintf (out, "\\%03o", (guchar) *p);
    else
      fputc (*p, out);
  }
  fputc ('"', out);
}

static gint
compare_keys (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The keys of TABLE (borrowed) in the order of COMPARE. */
static GPtrArray *
sort_keys (GHashTable *table, GCompareFunc compare)
{
  GPtrArray *keys = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, table);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_ptr_array_add (keys, key);
  g_ptr_array_sort (keys, compare);
  return keys;
}

static gint32
parse_value (const char *text)
{
  char *end;
  gint64 value = g_ascii_strtoll (text, &end, 10);

  return *text != '\0' && *end == '\0' && value >= G_MININT32 && value <= G_MAXINT32 ? (gint32) value : 0;
}

static void
place_slot (LexiconSlot *slots, guint32 mask, LexiconSlot slot)
{
  guint32 i = slot.hash & mask;

  while (slots[i].key_length != 0)
    i = (i + 1) & mask;
  slots[i] = slot;
}

static guint32
hash_key (const char *key)
{
  gsize length = strcspn (key, " ");
  guint32 hash = lexicon_hash_word (key, length);

  for (const char *p = key + length; *p != '\0'; p += length + 1) {
    length = strcspn (p + 1, " ");
    hash = lexicon_hash_join (hash, lexicon_hash_word (p + 1, length));
  }
  return hash;
}

/* The filter NAME: one bit for each key that has a meaning before LIMIT or goes on. */
static void
write_filter (FILE *out, const char *lang, const char *name, const LexiconSlot *slots, guint32 size, guint limit)
{
  guint32 n_bytes = size * LEXICON_FILTER_BITS / 8;
  g_autofree guint8 *filter = g_new0 (guint8, n_bytes);

  for (guint32 i = 0; i < size; i++) {
    guint32 bit = lexicon_filter_bit (slots[i].hash, size - 1);
    if (slots[i].key_length != 0 && (slots[i].continues || slots[i].lowest_class < limit))
      filter[bit / 8] |= (guint8) (1u << bit % 8);
  }
  fprintf (out, "static const guint8 %s_%s[%u] = {", lang, name, n_bytes);
  for (guint32 i = 0; i < n_bytes; i++)
    fprintf (out, "%s%u,", i % 24 == 0 ? "\n  " : " ", filter[i]);
  fputs ("\n};\n", out);
}

static guint32
choose_size (guint n)
{
  guint32 size = 16;

  while (size < n * 3 / 2)
    size *= 2;
  return size;
}

static guint16
find_lowest_class (const Entry *entry)
{
  guint16 lowest = TARIKH_LEXICON_CLASS_COUNT;

  for (guint i = 0; i < entry->meanings->len; i++)
    lowest = MIN (lowest, ((const Meaning *) entry->meanings->pdata[i])->class_id);
  return lowest;
}

/* The bytes of KEY that its slot holds, as numbers, for a letter may be cut in two. */
static void
write_head (FILE *out, const char *key, gsize length)
{
  for (gsize i = 0; i < MIN (length, LEXICON_HEAD); i++)
    fprintf (out, "%s%u", i == 0 ? "{ " : ", ", (guchar) key[i]);
  fputs (" }", out);
}

static void
write_slots (FILE *out, const Language *language, const LexiconSlot *slots, guint32 size, const char *keys)
{
  fprintf (out, "static const LexiconSlot %s_slots[%u] = {\n", language->lang, size);
  for (guint32 i = 0; i < size; i++) {
    if (slots[i].key_length == 0)
      continue;
    fprintf (out, "  [%u] = { %uu, %u, %u, %u, %u, %u, %u, ", i, slots[i].hash, slots[i].key, slots[i].key_length,
             slots[i].n_lexemes, slots[i].first_lexeme, slots[i].continues, slots[i].lowest_class);
    write_head (out, keys + slots[i].key, slots[i].key_length);
    fputs (" },\n", out);
  }
  fprintf (out, "};\n#define %s_slot_mask %uu\n", language->lang, size - 1);
}

static void
write_words (FILE *out, const Language *language)
{
  g_autoptr (GPtrArray) keys = sort_keys (language->entries, compare_keys);
  guint32 size = choose_size (keys->len), offset = 0, n_lexemes = 0;
  g_autofree LexiconSlot *slots = g_new0 (LexiconSlot, size);
  g_autoptr (GString) all = g_string_new (NULL);

  fprintf (out, "static const TarikhLexeme %s_lexemes[] = {\n", language->lang);
  for (guint i = 0; i < keys->len; i++) {
    const char *key = keys->pdata[i];
    const Entry *entry = g_hash_table_lookup (language->entries, key);
    gsize length = strlen (key);
    place_slot (slots, size - 1,
                (LexiconSlot){ .hash = hash_key (key),
                               .key = offset,
                               .key_length = (guint16) length,
                               .n_lexemes = (guint16) entry->meanings->len,
                               .first_lexeme = n_lexemes,
                               .continues = (guint8) entry->continues,
                               .lowest_class = find_lowest_class (entry) });
    for (guint j = 0; j < entry->meanings->len; j++) {
      const Meaning *meaning = entry->meanings->pdata[j];
      fprintf (out, "  { %u, %d, ", meaning->class_id, parse_value (meaning->value));
      write_string (out, meaning->value);
      fputs (" },\n", out);
    }
    g_string_append (all, key);
    offset += (guint32) length;
    n_lexemes += entry->meanings->len;
  }
  fprintf (out, "  { 0, 0, \"\" }\n};\nstatic const char %s_keys[] =\n", language->lang);
  for (guint i = 0; i < keys->len; i++) {
    fputs ("  ", out);
    write_string (out, keys->pdata[i]);
    fputc ('\n', out);
  }
  fputs ("  \"\";\n", out);
  write_slots (out, language, slots, size, all->str);
  write_filter (out, language->lang, "filter", slots, size, TARIKH_LEXICON_CLASS_COUNT + 1);
  write_filter (out, language->lang, "time_filter", slots, size, TARIKH_LEXICON_TIME_END);
}

/* By first byte; of equals the shortest first, so that "wa" is tried before "wal": the entry that keeps most of the word
 * wins. */
static gint
compare_clitics (gconstpointer a, gconstpointer b)
{
  guint x = lexicon_first_byte (*(const char *const *) a), y = lexicon_first_byte (*(const char *const *) b);
  gsize left = strlen (*(const char *const *) a), right = strlen (*(const char *const *) b);

  if (x != y)
    return x < y ? -1 : 1;
  return left != right ? (left < right ? -1 : 1) : compare_keys (a, b);
}

/* How many bytes of the proclitic FORM with FLAGS are the article's. */
static guint
measure_article (const Language *language, const char *form, guint flags)
{
  GHashTableIter iter;
  gpointer other, other_flags;

  g_hash_table_iter_init (&iter, language->clitics);
  while (flags & TARIKH_CLITIC_ARTICLE && g_hash_table_iter_next (&iter, &other, &other_flags))
    if (GPOINTER_TO_UINT (other_flags) == TARIKH_CLITIC_ARTICLE && g_str_has_suffix (form, other))
      return (guint) strlen (other);
  return 0;
}

static void
write_clitics (FILE *out, const Language *language)
{
  g_autoptr (GPtrArray) keys = sort_keys (language->clitics, compare_clitics);
  guint start = 0;

  fprintf (out, "static const LexiconClitic %s_clitics[] = {\n", language->lang);
  for (guint i = 0; i < keys->len; i++) {
    const char *form = keys->pdata[i];
    guint flags = GPOINTER_TO_UINT (g_hash_table_lookup (language->clitics, form));
    fputs ("  { ", out);
    write_string (out, form);
    fprintf (out, ", %u, %u, %u },\n", (guint) strlen (form), flags, measure_article (language, form, flags));
  }
  fprintf (out, "  { \"\", 0, 0, 0 }\n};\nstatic const guint8 %s_clitic_starts[257] = {\n ", language->lang);
  for (guint byte = 0; byte <= 256; byte++) {
    while (start < keys->len && lexicon_first_byte (keys->pdata[start]) < byte)
      start++;
    fprintf (out, " %u,%s", start, byte % 16 == 15 ? "\n " : "");
  }
  fputs ("\n};\n", out);
}

static void
write_messages (FILE *out, const Language *language)
{
  g_autoptr (GPtrArray) keys = sort_keys (language->messages, compare_keys);

  fprintf (out, "static const LexiconMessage %s_messages[] = {\n", language->lang);
  for (guint i = 0; i < keys->len; i++) {
    fputs ("  { ", out);
    write_string (out, keys->pdata[i]);
    fputs (", ", out);
    write_string (out, g_hash_table_lookup (language->messages, keys->pdata[i]));
    fputs (" },\n", out);
  }
  fputs ("  { NULL, NULL }\n};\n", out);
}

static void
write_tables (FILE *out, const Language *language)
{
  for (guint i = 0; i < language->tables->len; i++) {
    const Table *table = language->tables->pdata[i];
    fprintf (out, "static const char *const %s_table_%u[] = {\n", language->lang, i);
    for (guint j = 0; j < table->cells->len; j++) {
      fputs ("  ", out);
      write_string (out, table->cells->pdata[j]);
      fputs (",\n", out);
    }
    fprintf (out, "  NULL\n};\nstatic const guint16 %s_lengths_%u[] = {", language->lang, i);
    for (guint j = 0; j < table->cells->len; j++)
      fprintf (out, "%s%u,", j % 24 == 0 ? "\n  " : " ", (guint) strlen (table->cells->pdata[j]));
    fputs ("\n  0\n};\n", out);
  }
  fprintf (out, "static const TarikhLexiconTable %s_tables[] = {\n", language->lang);
  for (guint i = 0; i < language->tables->len; i++) {
    const Table *table = language->tables->pdata[i];
    guint n_rows = table->n_columns == 0 ? 0 : table->cells->len / table->n_columns - 1;
    fprintf (out, "  { \"%s\", %u, %u, %s_table_%u, %s_table_%u + %u, %s_lengths_%u + %u },\n", table->name, n_rows,
             table->n_columns, language->lang, i, language->lang, i, table->n_columns, language->lang, i,
             table->n_columns);
  }
  fputs ("  { NULL, 0, 0, NULL, NULL, NULL }\n};\n", out);
}

static void
write_languages (FILE *out, GPtrArray *languages)
{
  fputs ("const TarikhLexicon tarikh_lexicon_languages[] = {\n", out);
  for (guint i = 0; i < languages->len; i++) {
    const Language *l = languages->pdata[i];
    fprintf (out,
             "  { \"%s\", %s_slots, %s_slot_mask, %s_filter, %s_time_filter, %s_keys, %s_lexemes, %s_clitics, "
             "%s_clitic_starts, %u, %s_messages, %u, %s_tables, %u },\n",
             l->lang, l->lang, l->lang, l->lang, l->lang, l->lang, l->lang, l->lang, l->lang,
             g_hash_table_size (l->clitics), l->lang, g_hash_table_size (l->messages), l->lang, l->tables->len);
  }
  fprintf (out, "};\nconst guint tarikh_lexicon_n_languages = %u;\n", languages->len);
  fputs ("const char *const tarikh_lexicon_language_names[] = {", out);
  for (guint i = 0; i < languages->len; i++)
    fprintf (out, " \"%s\",", ((const Language *) languages->pdata[i])->lang);
  fputs (" NULL };\n", out);
}

/* ---- languages ---- */

static void
free_table (gpointer data)
{
  Table *table = data;

  g_free (table->name);
  g_ptr_array_unref (table->cells);
  g_free (table);
}

static void
free_language (gpointer data)
{
  Language *language = data;

  g_free (language->lang);
  g_hash_table_unref (language->entries);
  g_hash_table_unref (language->messages);
  g_hash_table_unref (language->clitics);
  g_ptr_array_unref (language->tables);
  g_free (language);
}

static Language *
demand_language (GPtrArray *languages, const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *lang = g_path_get_basename (folder);

  for (guint i = 0; i < languages->len; i++)
    if (strcmp (((Language *) languages->pdata[i])->lang, lang) == 0)
      return languages->pdata[i];

  Language *language = g_new0 (Language, 1);
  language->lang = g_steal_pointer (&lang);
  language->entries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_entry);
  language->messages = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  language->clitics = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  language->tables = g_ptr_array_new_with_free_func (free_table);
  g_ptr_array_add (languages, language);
  return language;
}

static gint
compare_languages (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(const Language *const *) a)->lang, (*(const Language *const *) b)->lang);
}

static int
write_c (const char *path, GPtrArray *languages)
{
  FILE *out = fopen (path, "w");

  if (out == NULL) {
    perror (path);
    return 1;
  }
  fputs ("/* Made by lexicon-compile from the language tables. */\n#include \"lexicon/data.h\"\n", out);
  for (guint i = 0; i < languages->len; i++) {
    write_words (out, languages->pdata[i]);
    write_clitics (out, languages->pdata[i]);
    write_messages (out, languages->pdata[i]);
    write_tables (out, languages->pdata[i]);
  }
  write_languages (out, languages);
  gboolean failed = ferror (out) != 0;
  if (fclose (out) != 0 || failed) {
    perror (path);
    return 1;
  }
  return 0;
}

int
main (int argc, char **argv)
{
  g_autoptr (GPtrArray) languages = g_ptr_array_new_with_free_func (free_language);

  if (argc < 3) {
    fputs ("usage: lexicon-compile OUT.c LANG/TABLE.tsv...\n", stderr);
    return 2;
  }
  for (int i = 2; i < argc; i++)
    read_table (demand_language (languages, argv[i]), argv[i]);
  g_ptr_array_sort (languages, compare_languages);
  return write_c (argv[1], languages);
}
