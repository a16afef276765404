package io.souschef.sim.kitchen;

import io.souschef.sim.kitchen.shape.Frames;
import io.souschef.sim.kitchen.shape.Joint;
import io.souschef.sim.kitchen.shape.Part;
import io.souschef.skills.world.Pose;
import java.util.List;

/**
 * A fridge door or a drawer: rigid parts on one joint.
 *
 * @param place the closable place it opens: "top drawer"
 * @param joint how it moves
 * @param parts its solids when closed; a drawer's box and front, a door's leaf
 * @param handle grasp point when closed, map frame, x axis pointing out of the furniture
 * @param massKg of all parts together
 */
public record MovablePart(String place, Joint joint, List<Part> parts, Pose handle, double massKg) {

  public MovablePart {
    parts = List.copyOf(parts);
  }

  /** The parts with the joint at {@code position}. */
  public List<Part> partsAt(double position) {
    Pose motion = joint.motion(position);
    return parts.stream().map(part -> part.movedBy(motion)).toList();
  }

  /** The handle with the joint at {@code position}. */
  public Pose handleAt(double position) {
    return Frames.compose(joint.motion(position), handle);
  }
}
