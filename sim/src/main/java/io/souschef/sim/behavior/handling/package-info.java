/** Taking a thing into the hand and out of it. */
@NullMarked
package io.souschef.sim.behavior.handling;

import org.jspecify.annotations.NullMarked;
