package io.souschef.sim.physics;

import io.souschef.skills.world.Pose;

/**
 * What it takes to add a body.
 *
 * @param name for messages and pictures
 * @param role how it moves
 * @param solid its shape
 * @param pose its centre, map frame
 * @param massKg kilograms; ignored for fixed and driven bodies
 * @param friction Coulomb coefficient; two bodies in contact have the product of theirs
 */
public record BodySpec(
    String name, Body.Role role, Solid solid, Pose pose, double massKg, double friction) {

  /** Something that never moves, of an ordinary surface. */
  public static BodySpec fixed(String name, Solid solid, Pose pose) {
    return new BodySpec(name, Body.Role.FIXED, solid, pose, 0, 0.8);
  }

  /** A part of the robot. */
  public static BodySpec driven(String name, Solid solid, Pose pose) {
    return new BodySpec(name, Body.Role.DRIVEN, solid, pose, 0, 1.0);
  }

  /** Something loose. */
  public static BodySpec loose(
      String name, Solid solid, Pose pose, double massKg, double friction) {
    return new BodySpec(name, Body.Role.LOOSE, solid, pose, massKg, friction);
  }
}
