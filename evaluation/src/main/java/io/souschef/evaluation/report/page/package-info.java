/** The page of a run. */
@NullMarked
package io.souschef.evaluation.report.page;

import org.jspecify.annotations.NullMarked;
