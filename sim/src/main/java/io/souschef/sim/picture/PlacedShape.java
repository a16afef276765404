package io.souschef.sim.picture;

import io.souschef.sim.kitchen.shape.Rgb;
import io.souschef.sim.kitchen.shape.Shape;
import io.souschef.skills.world.Pose;

/**
 * A solid as it stands now.
 *
 * @param id body id: "coke-1", "table/top", "robot/base"
 * @param shape its solid
 * @param pose its centre, map frame
 * @param color how it is drawn
 */
public record PlacedShape(String id, Shape shape, Pose pose, Rgb color) {}
