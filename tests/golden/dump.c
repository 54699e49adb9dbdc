/* golden/dump: what one stage makes of a story, as text on standard output.
 *
 *   golden-dump tokens|times|events [--published DATE] [--lang TAG] STORY
 *
 * Other options are ignored, so that a case's options serve the program and this. */
#include <stdio.h>
#include <stdlib.h>

#include "event/event.h"

typedef struct {
  TarikhStory *story;
  TarikhText *text;
  const TarikhLexicon *lexicon;
  TarikhTimeReading *reading;
} Stages;

static void
dump_tokens (const TarikhText *text)
{
  static const char *const kinds[] = { "word", "number", "punctuation", "newline" };

  for (guint i = 0, sentence = 0; i < text->n_tokens; i++) {
    const TarikhToken *token = &text->tokens[i];
    if (sentence < text->n_sentences && text->sentences[sentence].first_token == i) {
      const TarikhSentence *s = &text->sentences[sentence++];
      printf ("sentence %u-%u paragraph %u\n", s->span.start, s->span.end, s->paragraph);
    }
    printf ("  %u-%u %s%s %d «%.*s»\n", token->start, token->end, token->spaced ? "" : "+", kinds[token->kind], token->number,
            token->kind == TARIKH_TOKEN_NEWLINE ? 0 : token->fold_length, tarikh_text_get_fold (text, token));
  }
}

static void
dump_times (const Stages *stages)
{
  g_autofree char *dump = tarikh_time_reading_dump (stages->reading, stages->story);

  fputs (dump, stdout);
}

static void
dump_events (const Stages *stages)
{
  g_autoptr (GPtrArray) events = tarikh_event_read (stages->story, stages->text, stages->reading, stages->lexicon);
  g_autofree char *dump = tarikh_event_dump (events, stages->story);

  fputs (dump, stdout);
}

/* FALSE with a message when PATH is no story. */
static gboolean
read_story (Stages *stages, const char *path, const TarikhStoryDefaults *defaults)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *data = NULL;
  gsize length = 0;

  if (g_file_get_contents (path, &data, &length, &error))
    stages->story = g_str_has_suffix (path, ".json")
                        ? tarikh_story_new_from_json (path, 1, "s1", data, length, defaults, &error)
                        : tarikh_story_new_from_text (path, "s1", data, length, defaults, &error);
  if (error != NULL)
    fprintf (stderr, "%s\n", error->message);
  return error == NULL;
}

static gboolean
dump (const char *view, const char *path, const TarikhStoryDefaults *defaults)
{
  Stages stages = { 0 };

  if (!read_story (&stages, path, defaults))
    return FALSE;
  stages.text = tarikh_text_new (stages.story->text, stages.story->text_length);
  stages.lexicon = tarikh_lexicon_get (stages.story->lang);
  stages.reading = tarikh_time_read (stages.story, stages.text, stages.lexicon);
  gboolean known = TRUE;
  if (g_str_equal (view, "tokens"))
    dump_tokens (stages.text);
  else if (g_str_equal (view, "times"))
    dump_times (&stages);
  else if (g_str_equal (view, "events"))
    dump_events (&stages);
  else
    known = FALSE;
  tarikh_time_reading_free (stages.reading);
  tarikh_text_free (stages.text);
  tarikh_story_free (stages.story);
  return known;
}

int
main (int argc, char **argv)
{
  g_autofree char *published = NULL, *lang = NULL;
  const GOptionEntry entries[]
      = { { "published", 0, 0, G_OPTION_ARG_STRING, &published, "when the story was published", "DATE" },
          { "lang", 0, 0, G_OPTION_ARG_STRING, &lang, "its language", "TAG" },
          G_OPTION_ENTRY_NULL };
  g_autoptr (GOptionContext) context = g_option_context_new ("VIEW STORY");
  TarikhStoryDefaults defaults = { .published = TARIKH_DAY_NONE, .published_minute = -1 };

  g_option_context_add_main_entries (context, entries, NULL);
  g_option_context_set_ignore_unknown_options (context, TRUE);
  if (!g_option_context_parse (context, &argc, &argv, NULL) || argc < 3
      || (published != NULL
          && !tarikh_story_parse_published (published, &defaults.published, &defaults.published_minute))) {
    fputs ("usage: golden-dump tokens|times|events [--published DATE] [--lang TAG] STORY\n", stderr);
    return 2;
  }
  defaults.lang = lang;
  return dump (argv[1], argv[argc - 1], &defaults) ? EXIT_SUCCESS : EXIT_FAILURE;
}
