package io.souschef.sim.body;

import io.souschef.sim.kitchen.shape.Shape;
import io.souschef.sim.physics.part.Body;
import io.souschef.sim.physics.part.Joint;
import io.souschef.skills.world.Pose;

/**
 * What is in the hand.
 *
 * @param body the thing
 * @param shape its solid
 * @param inHand its pose in the hand's frame when it was gripped
 * @param weld what holds it
 */
public record Held(Body body, Shape shape, Pose inHand, Joint weld) {}
