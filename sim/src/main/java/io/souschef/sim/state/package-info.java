/** The world as it truly is, for goals and for pictures. */
@NullMarked
package io.souschef.sim.state;

import org.jspecify.annotations.NullMarked;
