/**
 * Evaluation runs: tasks, the episodes of every task, seed and configuration, and what came of
 * them.
 */
@NullMarked
package io.souschef.app.evaluation;

import org.jspecify.annotations.NullMarked;
