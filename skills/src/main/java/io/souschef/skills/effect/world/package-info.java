/** The world as a robot takes it to be, as far as skills need and change it. */
@NullMarked
package io.souschef.skills.effect.world;

import org.jspecify.annotations.NullMarked;
