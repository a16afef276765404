/**
 * The SayCan loop: observe, ground, score usefulness and feasibility, choose, execute, remember.
 */
@NullMarked
package io.souschef.planner;

import org.jspecify.annotations.NullMarked;
