/* metric/gate: counts the faults. */
#pragma once

#include "metric.h"

/* ORDER: the N_DATED dated events by time. */
void metric_judge (Metric *metric, const MetricDrawing *drawing, MetricWay way, const MetricEvent *events,
                   const MetricTruth *truth, guint n_truth, const guint *order, guint n_dated);
