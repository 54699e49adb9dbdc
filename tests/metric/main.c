/* metric: lays out made-up stories in every style and layout, computes what the pages are worth from their .layout.json, and
 * fails when one has a fault or its labels stand farther from their marks than they must.
 *
 *   metric STYLES                        every style, layout and kind of story, up to 40 events
 *   metric STYLES all                    up to 2000 events
 *   metric STYLES STYLE LAYOUT KIND N    one of them, all figures
 */
#include "layout/stage.h"
#include "metric.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define LEAST_DEFF 0.95

static const char *const styles[] = { "briefing", "article", "mobile", "poster", "mono", "dark" };
static const char *const layouts[] = { [TARIKH_LAYOUT_AUTO] = "auto",
                                       [TARIKH_LAYOUT_HORIZONTAL] = "horizontal",
                                       [TARIKH_LAYOUT_VERTICAL] = "vertical",
                                       [TARIKH_LAYOUT_LIST] = "list",
                                       [TARIKH_LAYOUT_LANES] = "lanes" };
static const guint sizes[] = { 1, 2, 4, 12, 40, 120, 500, 2000 };

typedef struct {
  const char *styles_directory;
  TarikhMeasure *measure;
  gboolean is_all;
  guint n_faulty, n_cases;
} Run;

/* What one layout was worth over all its stories. */
typedef struct {
  guint n, n_stability, faults, displaced; /* displaced: too far from the optimum */
  double disp, disp_max, deff_least, prop_least, fill, bal, white, aln, font_least, stability, slowest;
} Sum;

typedef struct {
  const char *style, *layout;
  TarikhLayoutKind kind;
  StageKind stage;
  guint n;
} Case;

/* ---- one case ---- */

static MetricTruth *
truth_of (const TarikhChronology *chronology)
{
  MetricTruth *truth = g_new0 (MetricTruth, chronology->events->len + 1);

  for (guint i = 0; i < chronology->events->len; i++) {
    const TarikhChronicleEvent *event = g_ptr_array_index (chronology->events, i);
    truth[i] = (MetricTruth){ event->id, event->headline, event->start != TARIKH_DAY_NONE, event->start };
  }
  return truth;
}

static char *
lay_out (const Run *run, const Case *one, const TarikhChronology *chronology, double *seconds)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TarikhStyle) style = tarikh_style_load (one->style, run->styles_directory, &error);
  TarikhLayoutOptions options = stage_options (one->kind);
  gint64 start = g_get_monotonic_time ();

  if (style == NULL)
    g_error ("%s", error->message);
  g_autoptr (TarikhLayout) layout = tarikh_layout_new (chronology, style, run->measure, &options, &error);
  if (layout == NULL)
    g_error ("%s", error->message);
  *seconds = (double) (g_get_monotonic_time () - start) / 1e6;
  return tarikh_layout_to_json (layout, chronology);
}

static MetricDrawing *
draw (const Run *run, const Case *one, const TarikhChronology *chronology, const MetricTruth *truth, double *seconds)
{
  g_autofree char *json = lay_out (run, one, chronology, seconds);
  MetricDrawing *drawing = metric_drawing_new (json, truth, chronology->events->len);

  if (drawing == NULL)
    g_error ("the placed boxes are no JSON");
  return drawing;
}

static MetricWay
way_of (const Case *one, const MetricDrawing *drawing)
{
  MetricWay way = metric_find_way (drawing);

  gboolean lanes = one->kind == TARIKH_LAYOUT_LANES || one->kind == TARIKH_LAYOUT_AUTO;
  return lanes && way == METRIC_DOWN ? METRIC_LANES : way;
}

/* The same story without its middle event. */
static double
measure_stability (const Run *run, const Case *one, const TarikhChronology *whole, const MetricDrawing *drawing,
                   const MetricTruth *truth)
{
  TarikhChronology *less = stage_new (one->stage, one->n, 2);
  double seconds;

  g_ptr_array_remove_index (less->events, less->events->len / 2);
  g_autofree MetricTruth *old = truth_of (less);
  g_autoptr (MetricDrawing) before = draw (run, one, less, old, &seconds);
  double stability = metric_measure_stability (before, drawing, old, less->events->len, truth, whole->events->len);
  stage_free (less);
  return stability;
}

static void
add_case (Sum *sum, const Metric *metric, double seconds)
{
  sum->n++;
  sum->faults += metric_count_faults (metric);
  sum->displaced += metric->deff < LEAST_DEFF;
  sum->disp += metric->disp;
  sum->disp_max = fmax (sum->disp_max, metric->disp_max);
  sum->deff_least = fmin (sum->deff_least, metric->deff);
  sum->prop_least = fmin (sum->prop_least, metric->prop);
  sum->fill += metric->fill;
  sum->bal += metric->bal;
  sum->white += metric->white;
  sum->aln += metric->aln;
  sum->font_least = fmin (sum->font_least, metric->font_least);
  sum->slowest = fmax (sum->slowest, seconds);
}

static void
print_faults (const Case *one, const Metric *m)
{
  printf ("%s %s %s %u: OV %u LX %u LL %u OUT %u CUT %u TR %u LOST %u ORD %u DIR %u, DEFF %.3f\n", one->style, one->layout,
          stage_get_name (one->stage), one->n, m->ov, m->lx, m->ll, m->out, m->cut, m->tr, m->lost, m->ord, m->dir,
          m->deff);
}

static Metric
try_case (Run *run, const Case *one, Sum *sum)
{
  TarikhChronology *chronology = stage_new (one->stage, one->n, 2);
  g_autofree MetricTruth *truth = truth_of (chronology);
  double seconds;
  g_autoptr (MetricDrawing) drawing = draw (run, one, chronology, truth, &seconds);
  Metric metric;

  metric_measure (&metric, drawing, way_of (one, drawing), truth, chronology->events->len);
  add_case (sum, &metric, seconds);
  if (one->n >= 4 && one->n <= 40)
    sum->stability += measure_stability (run, one, chronology, drawing, truth), sum->n_stability++;
  run->n_cases++;
  if (metric_count_faults (&metric) > 0 || metric.deff < LEAST_DEFF) {
    run->n_faulty++;
    print_faults (one, &metric);
  }
  stage_free (chronology);
  return metric;
}

/* ---- all of them ---- */

static void
print_sum (const char *style, const char *layout, const Sum *s)
{
  printf ("%-9s %-10s %5u %6u  %.3f %.3f  %.3f %.3f  %.2f %.2f %.2f %.2f  %5.1f  %.3f  %6.2f\n", style, layout, s->n, s->faults,
          s->disp / s->n, s->disp_max, s->deff_least, s->prop_least, s->fill / s->n, s->bal / s->n, s->white / s->n,
          s->aln / s->n, s->font_least, s->stability / MAX (s->n_stability, 1), s->slowest);
}

static void
try_layout (Run *run, const char *style, TarikhLayoutKind kind)
{
  Sum sum = { .deff_least = INFINITY, .prop_least = INFINITY, .font_least = INFINITY };

  for (StageKind stage = 0; stage < STAGE_COUNT; stage++)
    for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++) {
      Case one = { style, layouts[kind], kind, stage, sizes[i] };
      /* Headlines of a whole paragraph are for few events. */
      if ((run->is_all || sizes[i] <= 40) && (stage != STAGE_ESSAY || sizes[i] <= 40))
        try_case (run, &one, &sum);
    }
  print_sum (style, layouts[kind], &sum);
}

static void
try_all (Run *run)
{
  printf ("style     layout     cases faults  DISP  max    DEFF  PROP   FILL BAL  WHITE ALN  least pt STAB  slowest s\n");
  for (gsize i = 0; i < G_N_ELEMENTS (styles); i++)
    for (TarikhLayoutKind kind = TARIKH_LAYOUT_AUTO; kind <= TARIKH_LAYOUT_LANES; kind++)
      try_layout (run, styles[i], kind);
  printf ("%u cases, %u with a fault or below DEFF %.2f\n", run->n_cases, run->n_faulty, LEAST_DEFF);
}

static guint
find_word (const char *const *words, guint n, const char *word)
{
  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (words[i], word) == 0)
      return i;
  g_error ("unknown: %s", word);
}

static void
try_one (Run *run, char **argv)
{
  Case one = { .style = argv[0], .layout = argv[1], .n = (guint) strtoul (argv[3], NULL, 10) };
  Sum sum = { .deff_least = INFINITY, .prop_least = INFINITY, .font_least = INFINITY };

  one.kind = find_word (layouts, G_N_ELEMENTS (layouts), argv[1]);
  for (one.stage = 0; one.stage < STAGE_COUNT && strcmp (stage_get_name (one.stage), argv[2]) != 0;)
    one.stage++;
  Metric m = try_case (run, &one, &sum);
  print_faults (&one, &m);
  printf ("pages %u DISP %.3f max %.3f LEN %.3f BEND %.2f PROP %.3f FILL %.2f BAL %.2f WHITE %.2f ALN %.2f FS %.1f "
          "STAB %.3f, %.3f s\n", m.n_pages, m.disp, m.disp_max, m.len, m.bend, m.prop, m.fill, m.bal, m.white, m.aln,
          m.font_least, sum.stability, sum.slowest);
}

int
main (int argc, char **argv)
{
  Run run = { .is_all = argc == 3 };

  if (argc != 2 && argc != 3 && argc != 6) {
    fprintf (stderr, "usage: metric STYLES [all | STYLE LAYOUT KIND N]\n");
    return 2;
  }
  run.styles_directory = argv[1];
  run.measure = stage_measure_new ();
  setvbuf (stdout, NULL, _IOLBF, 0);
  if (argc == 6)
    try_one (&run, argv + 2);
  else
    try_all (&run);
  tarikh_layout_measure_free (run.measure);
  return run.n_faulty > 0;
}
