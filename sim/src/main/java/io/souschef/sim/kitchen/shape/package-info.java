/** Points, frames, shapes and joints. */
@NullMarked
package io.souschef.sim.kitchen.shape;

import org.jspecify.annotations.NullMarked;
