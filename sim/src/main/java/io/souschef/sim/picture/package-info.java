/** Pictures of the kitchen, drawn in software without a display. */
@NullMarked
package io.souschef.sim.picture;

import org.jspecify.annotations.NullMarked;
