package io.souschef.sim.perception;

import io.souschef.skills.world.Pose;

/**
 * One thing recognised in one frame.
 *
 * @param kind noun: "coke"
 * @param pose estimated centre, map frame
 * @param lengthM estimated extent along the longer horizontal axis, metres
 * @param widthM estimated extent along the shorter horizontal axis, metres
 * @param heightM estimated vertical extent, metres
 * @param confidence in [0, 1]
 */
public record Detection(
    String kind, Pose pose, double lengthM, double widthM, double heightM, double confidence) {}
