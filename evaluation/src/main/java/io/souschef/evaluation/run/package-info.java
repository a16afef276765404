/**
 * A run folder: what was asked for, and every episode's outcome, written so that a run killed at
 * any moment goes on where it was.
 */
@NullMarked
package io.souschef.evaluation.run;

import org.jspecify.annotations.NullMarked;
