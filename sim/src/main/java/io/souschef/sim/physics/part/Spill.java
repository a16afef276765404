package io.souschef.sim.physics.part;

import io.souschef.sim.kitchen.ObjectKind;
import io.souschef.skills.world.Pose;

/**
 * A mark on a surface: it can be seen and wiped, but nothing touches it.
 *
 * @param id scene id: "spill-1"
 * @param kind what it is
 * @param pose its centre, map frame
 */
public record Spill(String id, ObjectKind kind, Pose pose) {}
