/**
 * Builds counters, fridges, drawers and the like out of solids, from a few measures.
 *
 * <p>A piece's own frame has its origin on the floor under the middle of its footprint, x pointing
 * out of its front, y to its left, z up.
 */
@NullMarked
package io.souschef.sim.kitchen.furniture;

import org.jspecify.annotations.NullMarked;
