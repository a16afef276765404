/** Motions of base, head and arm of which skills are made. */
@NullMarked
package io.souschef.sim.behavior.motion;

import org.jspecify.annotations.NullMarked;
