/**
 * The robot's body: a round base that drives and turns, a mast with a lift, a telescoping arm that
 * swings about the mast, a wrist with yaw and pitch, and a hand with two fingers. All of it is
 * moved kinematically, so every motion is checked for collisions before and while it happens.
 */
@NullMarked
package io.souschef.sim.body;

import org.jspecify.annotations.NullMarked;
