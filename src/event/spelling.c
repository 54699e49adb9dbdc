/* event/spelling: writes pieces out as text: blanks, marks that keep their partners, nothing hanging at the end. */
#include "event/headline.h"

#include <string.h>

/* Marks pieces that are quotes or brackets without their partner. */
static void
find_unbalanced (const Writer *w, guint n, gboolean *drop)
{
  gint straight = -1, angle = -1, curly = -1, bracket = -1;

  for (guint i = 0; i < n; i++) {
    const Piece *piece = writer_get_piece (w, i);
    if (piece->token == NO_TOKEN || writer_get_token (w, piece->token)->kind != TARIKH_TOKEN_PUNCT)
      continue;
    gint *open = NULL;
    gboolean closes = FALSE;
    switch (writer_get_token (w, piece->token)->number) {
    case '"':
      open = &straight;
      closes = straight >= 0;
      break;
    case 0xab: open = &angle; break;
    case 0xbb:
      open = &angle;
      closes = TRUE;
      break;
    case 0x201c:
    case 0x201d:
      open = &curly;
      closes = curly >= 0;
      break;
    case '(': open = &bracket; break;
    case ')':
      open = &bracket;
      closes = TRUE;
      break;
    default: continue;
    }
    drop[i] = TRUE;
    if (!closes) {
      *open = (gint) i;
    } else if (*open >= 0) {
      drop[i] = drop[*open] = *open + 1 == (gint) i; /* nothing left between */
      *open = -1;
    }
  }
}

static gboolean
is_wanted_punct (const TarikhToken *token)
{
  return tarikh_event_is_quote (token) || tarikh_text_token_is (token, '(') || tarikh_text_token_is (token, ')')
         || tarikh_text_token_is (token, '%') || tarikh_text_token_is (token, '-') || tarikh_text_token_is (token, '.')
         || tarikh_text_token_is (token, '/') || tarikh_text_token_is (token, '_') || tarikh_text_token_is (token, '$')
         || tarikh_text_token_is (token, ',') || tarikh_text_token_is (token, 0x2013);
}

static void
write_piece (const Writer *w, const Piece *piece, GString *out)
{
  if (piece->word != NULL)
    g_string_append (out, piece->word);
  if (piece->token == NO_TOKEN)
    return;
  const TarikhToken *token = writer_get_token (w, piece->token);
  guint32 start = token->start + piece->skip, end = token->end - piece->drop;
  if (tarikh_text_token_is (token, '_')) /* inside a hashtag */
    g_string_append_c (out, ' ');
  else if (start < end)
    g_string_append_len (out, w->reader->text->text + start, (gssize) (end - start));
  if (piece->append != NULL)
    g_string_append (out, piece->append);
}

static gboolean
is_dash (const TarikhToken *token)
{
  return tarikh_text_token_is (token, '-') || tarikh_text_token_is (token, 0x2013) || tarikh_text_token_is (token, ',')
         || tarikh_text_token_is (token, '.') || tarikh_text_token_is (token, '/');
}

/* Whether the mark at I stands between two pieces that were neighbours in the text. */
static gboolean
joins (const Writer *w, guint i, guint n)
{
  if (i == 0 || i + 1 >= n)
    return FALSE;
  const Piece *before = writer_get_piece (w, i - 1), *after = writer_get_piece (w, i + 1);
  return before->token + 1 == writer_get_piece (w, i)->token && after->token == writer_get_piece (w, i)->token + 1;
}

/* Drops what would hang at the end, and quotes and brackets that lost their partner. Returns how many pieces stay. */
guint
tarikh_event_trim_end (const Writer *w, guint n, gboolean *drop)
{
  for (;;) {
    memset (drop, 0, n * sizeof *drop);
    find_unbalanced (w, n, drop);
    guint last = n;
    while (last > 1 && (drop[last - 1] || tarikh_event_end_hangs (w, last - 1)))
      last--;
    if (last == n)
      return n;
    n = last;
  }
}

char *
tarikh_event_write_out (const Writer *w, guint n)
{
  GString *out = g_string_new (NULL);
  g_autofree gboolean *drop = g_new0 (gboolean, n + 1);
  guint32 previous = NO_TOKEN;

  n = tarikh_event_trim_end (w, n, drop);
  for (guint i = 0; i < n; i++) {
    const Piece *piece = writer_get_piece (w, i);
    gboolean punct = piece->token != NO_TOKEN && writer_get_token (w, piece->token)->kind == TARIKH_TOKEN_PUNCT;
    if (drop[i] || (punct && !is_wanted_punct (writer_get_token (w, piece->token))))
      continue;
    if (punct && is_dash (writer_get_token (w, piece->token)) && !joins (w, i, n))
      continue;
    gboolean glued = piece->token != NO_TOKEN && previous != NO_TOKEN && piece->token == previous + 1
                     && !writer_get_token (w, piece->token)->spaced;
    if (out->len > 0 && !glued)
      g_string_append_c (out, ' ');
    write_piece (w, piece, out);
    previous = piece->token;
  }
  return g_string_free (out, FALSE);
}
