package io.souschef.sim.kitchen;

import io.souschef.skills.world.Pose;
import java.util.Optional;

/**
 * One thing at the start of an episode.
 *
 * @param id unique in the scene: "coke-1". The robot's own names for what it sees are others.
 * @param kind what it is
 * @param place the place it is on or in; empty when it lies elsewhere
 * @param pose its centre, map frame; for the held object the pose does not count
 */
public record SceneObject(String id, ObjectKind kind, Optional<String> place, Pose pose) {}
