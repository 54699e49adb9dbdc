/* house: the source tested. Reads a tree and its laws (the .tsv tables of this folder) and lists what breaks them; never
 * changes a file. A finding is one line, "PATH:LINE: LAW: what", so that editors can jump to it. */
#pragma once

#include <glib.h>

/* A table: rows of cells, header row and # comments left out. */
typedef struct {
  GPtrArray *rows; /* char**, owned, each as long as the header row */
} HouseTable;

typedef struct {
  char *root;       /* the tree under test */
  GPtrArray *paths; /* char*, owned: every text file of the tree, relative to root, sorted */
  HouseTable rooms;   /* room, enters, calls: lowest first */
  HouseTable headers; /* header, where, why */
  HouseTable calls;   /* symbol, where, why */
  HouseTable statics; /* symbol, where, why */
  HouseTable words;   /* law, in, where, pattern, why */
  HouseTable top;     /* name, why */
  GPtrArray *findings; /* char*, owned */
  GArray *lengths;     /* guint: lines of every function of src/, for the figures */
} House;

/* Reads the laws in LAWS and lists the files of ROOT; stops the program when a table is missing or crooked. */
House *house_new (const char *root, const char *laws);
void house_free (House *house);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (House, house_free)

/* LINE 0: the finding is about the whole file. */
void house_find (House *house, const char *path, guint line, const char *law, const char *format, ...)
  G_GNUC_PRINTF (5, 6);

/* ---- tree ---- */

/* The file PATH of the tree. (transfer full) */
char *house_tree_read (const House *house, const char *path);
GPtrArray *house_tree_list (const char *root);
/* Names that stand at the top of the tree, sorted; what .gitignore names is left out. (transfer full) */
GPtrArray *house_tree_list_top (const char *root);
/* TRUE when PATH matches one of the blank-separated globs in WHERE and none that begins with '!'. */
gboolean house_tree_matches (const char *where, const char *path);
/* TEXT with comments and the insides of literals turned to blanks, line ends kept. (transfer full) */
char *house_tree_strip (const char *text);

/* ---- rooms ---- */

/* "src/base/day.c" → "base"; "include/…" → "include"; NULL elsewhere. (transfer full) */
char *house_room_of_path (const char *path);
/* The row of ROOM, or NULL. */
char **house_room_find (const House *house, const char *room);
/* TRUE when NAME is one of the blank-separated names in LIST. */
gboolean house_list_has (const char *list, const char *name);

/* ---- the laws ---- */

void house_check_includes (House *house);
void house_check_form (House *house);  /* opening comment, length of functions and lines */
void house_check_words (House *house); /* words.tsv */
void house_check_place (House *house); /* top level; README's room table is the law */
/* LISTING: what `nm -A -f sysv` said of objects below src/ of a build; BUILD: the part of their names to cut off. */
void house_check_symbols (House *house, const char *listing, const char *build);
/* LISTING: `nm -D -A -f sysv` of the installed library. */
void house_check_library (House *house, const char *listing);
