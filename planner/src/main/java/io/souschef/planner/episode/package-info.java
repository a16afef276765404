/** What happened, as events, and the trace that keeps them. */
@NullMarked
package io.souschef.planner.episode;

import org.jspecify.annotations.NullMarked;
