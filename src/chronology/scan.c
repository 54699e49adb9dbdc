/* chronology/scan: walks JSON text without building anything: whether a file is a chronology, and on which line a value
 * stands when a message has to name it. Never recurses, never reads past the end, checks no syntax. */
#include "chronology/telling.h"

#include <string.h>

typedef struct {
  const char *at, *end;
} Scan;

static void
skip_blanks (Scan *scan)
{
  while (scan->at < scan->end && strchr (" \t\r\n", *scan->at) != NULL && *scan->at != '\0')
    scan->at++;
}

/* AT stands on the opening quote; moves past the closing one. */
static void
skip_string (Scan *scan)
{
  for (scan->at++; scan->at < scan->end && *scan->at != '"'; scan->at++)
    if (*scan->at == '\\')
      scan->at++;
  scan->at = MIN (scan->at + 1, scan->end);
}

static void
skip_value (Scan *scan)
{
  guint depth = 0;

  skip_blanks (scan);
  do {
    if (scan->at >= scan->end)
      return;
    char c = *scan->at;
    if (c == '"') {
      skip_string (scan);
      continue;
    }
    if (depth == 0 && (c == ',' || c == ']' || c == '}'))
      return;
    depth += c == '[' || c == '{';
    depth -= c == ']' || c == '}';
    scan->at++;
  } while (depth > 0 || (scan->at < scan->end && strchr (",]} \t\r\n", *scan->at) == NULL));
}

/* AT stands past an object's brace or a member's comma: reads the key, leaves AT on the value. FALSE at the object's end.
 * The key is compared as written; no key of ours needs an escape. */
static gboolean
next_member (Scan *scan, const char **key, gsize *key_length)
{
  skip_blanks (scan);
  if (scan->at < scan->end && *scan->at == ',')
    scan->at++;
  skip_blanks (scan);
  if (scan->at >= scan->end || *scan->at != '"')
    return FALSE;
  *key = scan->at + 1;
  skip_string (scan);
  *key_length = (gsize) (scan->at - *key) - (scan->at > *key);
  skip_blanks (scan);
  if (scan->at >= scan->end || *scan->at != ':')
    return FALSE;
  scan->at++;
  skip_blanks (scan);
  return TRUE;
}

/* AT stands on an object: moves to the value of NAME. */
static gboolean
enter_key (Scan *scan, const char *name)
{
  const char *key;
  gsize length;

  if (scan->at >= scan->end || *scan->at != '{')
    return FALSE;
  scan->at++;
  while (next_member (scan, &key, &length)) {
    if (length == strlen (name) && memcmp (key, name, length) == 0)
      return TRUE;
    skip_value (scan);
  }
  return FALSE;
}

static gboolean
enter_index (Scan *scan, guint index)
{
  if (scan->at >= scan->end || *scan->at != '[')
    return FALSE;
  scan->at++;
  for (guint i = 0; i < index; i++) {
    skip_value (scan);
    skip_blanks (scan);
    if (scan->at >= scan->end || *scan->at != ',')
      return FALSE;
    scan->at++;
  }
  skip_blanks (scan);
  return scan->at < scan->end;
}

static Scan
scan_start (const char *data, gsize length)
{
  Scan scan = { data, data + length };

  if (length >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    scan.at += 3;
  skip_blanks (&scan);
  return scan;
}

guint
tarikh_chronology_scan_line (const char *data, gsize length, const TarikhJsonStep *steps, guint n_steps)
{
  Scan scan = scan_start (data, length), found = scan;
  guint line = 1;

  for (guint i = 0; i < n_steps; i++) {
    if (!(steps[i].key != NULL ? enter_key (&scan, steps[i].key) : enter_index (&scan, steps[i].index)))
      break;
    found = scan;
  }
  for (const char *p = data; p < found.at; p++)
    line += *p == '\n';
  return line;
}

gboolean
tarikh_chronology_is_json (const char *data, gsize length)
{
  Scan scan = scan_start (data, length);

  return enter_key (&scan, "tarikh");
}
