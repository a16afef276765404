package io.souschef.sim.kitchen.shape;

import io.souschef.skills.world.Pose;

/**
 * A rigid piece of furniture.
 *
 * @param id unique in the kitchen: "table/top"
 * @param shape its solid
 * @param pose its centre, map frame; for a part that moves, with the joint at 0
 * @param color how it is drawn
 */
public record Part(String id, Shape shape, Pose pose, Rgb color) {

  public Part movedBy(Pose motion) {
    return new Part(id, shape, Frames.compose(motion, pose), color);
  }
}
