/**
 * The physics door: the only place that knows JBullet and its vector types. Everything outside
 * speaks metres, kilograms, seconds and {@link io.souschef.skills.world.Pose}.
 */
@NullMarked
package io.souschef.sim.physics;

import org.jspecify.annotations.NullMarked;
