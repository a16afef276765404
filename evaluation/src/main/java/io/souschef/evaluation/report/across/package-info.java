/** What several runs say together: how they end, and what changed from earlier ones. */
@NullMarked
package io.souschef.evaluation.report.across;

import org.jspecify.annotations.NullMarked;
