/** How long an episode may last, and how it ends in order where that is not enough. */
@NullMarked
package io.souschef.planner.limit;

import org.jspecify.annotations.NullMarked;
