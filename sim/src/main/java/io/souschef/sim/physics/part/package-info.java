/** What the world is made of, as others see it. */
@NullMarked
package io.souschef.sim.physics.part;

import org.jspecify.annotations.NullMarked;
