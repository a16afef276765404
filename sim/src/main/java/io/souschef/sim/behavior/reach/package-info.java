/** Where to stand, where to grasp and where to set down: plans, no motion. */
@NullMarked
package io.souschef.sim.behavior.reach;

import org.jspecify.annotations.NullMarked;
