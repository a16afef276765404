/** Figures over the episodes of a run: rates with their intervals, and paired comparisons. */
@NullMarked
package io.souschef.evaluation.statistics;

import org.jspecify.annotations.NullMarked;
