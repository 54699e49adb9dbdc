/* metric/figures: the measures that are not faults. */
#pragma once

#include "metric.h"

/* Displacement of labels from their marks: DISP, DISPmax, DEFF, LEN, BEND; and PROP, how true the marks are to scale. */
void metric_measure_places (Metric *metric, const MetricDrawing *drawing, MetricWay way, const MetricEvent *events,
                            const MetricTruth *truth, const guint *order, guint n_dated);
/* How the paper is used: FILL, BAL, WHITE, ALN, and the least type. */
void metric_measure_paper (Metric *metric, const MetricDrawing *drawing, const MetricEvent *events, guint n_events);
/* Where the label of EVENT stands along its axis. */
double metric_find_label (const MetricEvent *event, MetricWay way);
