/* Chronologies made by hand: what the layout is tested on. */
#include "stage.h"

#include <stdlib.h>
#include <string.h>

static const char *const headlines[] = {
  "وصول الوفد إلى العاصمة",
  "زلزال بقوة 5.4 درجة يضرب الساحل",
  "إعلان فوز المرشحة المستقلة في الجولة الثانية من الانتخابات البلدية بفارق ضئيل عن منافسها",
  "شركة OpenSky Ltd. توقع عقداً بقيمة 350 مليون دولار مع وزارة النقل",
  "افتتاح متحف «ذاكرة البحر» في الميناء القديم بحضور 12 سفيراً و30 كاتباً",
  "تجميد المفاوضات",
  "انطلاق أعمال ترميم الجسر القديم بعد إغلاق دام أكثر من ثلاث سنوات بسبب تصدعات خطيرة في الأساسات الحجرية الكبيرة",
  "The council votes 84-31 for the new water law",
  "وقفة أمام مقر Reuters احتجاجاً على سجن مصورين",
  "المحكمة تقضي ببراءة المتهمين جميعاً",
  "ارتفاع الأسعار بنسبة 3.5% خلال ربع واحد",
};

static const char *const people[] = { "وزارة النقل", "ليلى حداد", "نقابة المعلمين في الجنوب", "OpenSky Ltd.", "البنك المركزي" };

static guint64
next_random (guint64 *state)
{
  *state = *state * 6364136223846793005u + 1442695040888963407u;
  return *state >> 33;
}

static void
free_source (gpointer data)
{
  TarikhSource *source = data;

  g_free (source->story);
  g_free (source->text);
  g_free (source);
}

static void
free_event (gpointer data)
{
  TarikhChronicleEvent *event = data;

  g_free (event->id);
  g_free (event->value);
  g_free (event->headline);
  g_ptr_array_unref (event->who);
  g_ptr_array_unref (event->where);
  g_ptr_array_unref (event->sources);
  g_free (event);
}

static void
free_story (gpointer data)
{
  TarikhChronicleStory *story = data;

  g_free (story->id);
  g_free (story->source);
  g_free (story->title);
  g_free (story->lang);
  g_free (story->outlet);
  g_free (story->url);
  g_free (story);
}

void
stage_free (TarikhChronology *chronology)
{
  g_ptr_array_unref (chronology->stories);
  g_ptr_array_unref (chronology->timexes);
  g_ptr_array_unref (chronology->events);
  g_free (chronology);
}

void
stage_add (TarikhChronology *chronology, TarikhDay first, TarikhDay last, const char *value, const char *headline)
{
  TarikhChronicleEvent *event = g_new0 (TarikhChronicleEvent, 1);

  event->id = g_strdup_printf ("e%u", chronology->events->len + 1);
  event->start = first;
  event->end = last;
  event->value = g_strdup (value);
  event->headline = g_strdup (headline);
  event->who = g_ptr_array_new ();
  if (chronology->events->len % 7 < 6) /* some have nobody */
    g_ptr_array_add (event->who, (gpointer) people[chronology->events->len * 7 % 5]);
  event->where = g_ptr_array_new ();
  event->sources = g_ptr_array_new_with_free_func (free_source);
  for (guint i = 0; i < chronology->stories->len; i++) {
    const TarikhChronicleStory *story = g_ptr_array_index (chronology->stories, i);
    TarikhSource *source = g_new0 (TarikhSource, 1);
    source->story = g_strdup (story->id);
    source->text = g_strdup_printf ("%s، كما قال متحدث باسم الوزارة مساء اليوم نفسه.", headline);
    g_ptr_array_add (event->sources, source);
  }
  g_ptr_array_add (chronology->events, event);
}

static void
add_story (TarikhChronology *chronology, guint number)
{
  TarikhChronicleStory *story = g_new0 (TarikhChronicleStory, 1);

  story->id = g_strdup_printf ("s%u", number);
  story->source = g_strdup ("story.txt");
  story->title = g_strdup ("حكاية مدينة بين نهرين: كيف تبدلت الأحوال");
  story->lang = g_strdup ("ar");
  story->outlet = g_strdup ("صحيفة الضفة");
  story->url = g_strdup ("https://example.org/story");
  story->published = tarikh_base_day_from_date (2024, 6, 20);
  g_ptr_array_add (chronology->stories, story);
}

static gint
compare_days (gconstpointer a, gconstpointer b)
{
  TarikhDay one = *(const TarikhDay *) a, other = *(const TarikhDay *) b;

  return one < other ? -1 : one > other;
}

static TarikhDay
random_day (StageKind kind, guint index, guint64 *state)
{
  TarikhDay base = tarikh_base_day_from_date (2015, 1, 1);

  switch (kind) {
  case STAGE_ONE_DAY:
    return base;
  case STAGE_CENTURIES:
    return tarikh_base_day_from_date (100 + 10 * (gint) index, 1 + (gint) (next_random (state) % 12), 1);
  case STAGE_CLUSTERED:
    return base + (TarikhDay) (next_random (state) % 5) * 700 + (TarikhDay) (next_random (state) % 9);
  default:
    return base + (TarikhDay) (next_random (state) % 3500);
  }
}

/* A headline of some ninety words. */
static char *
lengthen (const char *headline)
{
  GString *text = g_string_new (headline);

  while (text->len < 900)
    g_string_append_printf (text, "، %s", headline);
  return g_string_free (text, FALSE);
}

TarikhChronology *
stage_new (StageKind kind, guint n_events, guint n_stories)
{
  TarikhChronology *chronology = g_new0 (TarikhChronology, 1);
  guint64 state = 77 + n_events * 31 + (guint) kind;
  g_autofree TarikhDay *days = g_new (TarikhDay, n_events + 1);

  chronology->stories = g_ptr_array_new_with_free_func (free_story);
  chronology->timexes = g_ptr_array_new ();
  chronology->events = g_ptr_array_new_with_free_func (free_event);
  for (guint i = 0; i < n_stories; i++)
    add_story (chronology, i + 1);
  for (guint i = 0; i < n_events; i++)
    days[i] = random_day (kind, i, &state);
  qsort (days, n_events, sizeof *days, compare_days);

  for (guint i = 0; i < n_events; i++) {
    const char *headline = headlines[next_random (&state) % G_N_ELEMENTS (headlines)];
    guint dice = (guint) (next_random (&state) % 10);
    TarikhDate d = tarikh_base_day_get_date (days[i]);
    g_autofree char *month = g_strdup_printf ("%04d-%02d", d.year, d.month);
    g_autofree char *day = tarikh_base_day_to_iso (days[i]);
    g_autofree char *longer = kind == STAGE_LONG ? lengthen (headline) : NULL;
    headline = longer != NULL ? longer : headline;
    if (kind == STAGE_SPANS && dice < 4)
      stage_add (chronology, days[i], days[i] + 1 + (TarikhDay) (next_random (&state) % 400), day, headline);
    else if (kind != STAGE_ONE_DAY && dice == 9)
      stage_add (chronology, days[i] - d.day + 1, days[i] - d.day + tarikh_base_days_in_month (d.year, d.month), month,
                 headline);
    else
      stage_add (chronology, days[i], days[i], day, headline);
  }
  return chronology;
}

TarikhMeasure *
stage_measure_new (void)
{
  g_autoptr (GError) error = NULL;
  TarikhMeasure *measure = tarikh_layout_measure_new (NULL, TRUE, "ar", &error);

  if (measure == NULL)
    g_error ("no fonts: %s", error->message);
  return measure;
}

TarikhLayoutOptions
stage_options (TarikhLayoutKind kind)
{
  return (TarikhLayoutOptions){ .kind = kind,
                                .as_of = TARIKH_DAY_NONE,
                                .dates = { .lexicon = tarikh_lexicon_get ("ar") } };
}
