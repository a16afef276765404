/** One episode of an evaluation: a planner, a world, and what is noted of both. */
@NullMarked
package io.souschef.evaluation.episode;

import org.jspecify.annotations.NullMarked;
