package io.souschef.sim.kitchen.furniture;

import io.souschef.sim.kitchen.shape.Rgb;
import io.souschef.skills.world.Pose;

/**
 * What every piece of furniture is built from.
 *
 * @param name the piece's name, and its place's where it offers one
 * @param frame its own frame, map frame
 * @param depthM extent along x, metres
 * @param widthM extent along y, metres
 * @param heightM extent along z, metres
 * @param color main colour
 */
public record Measures(
    String name, Pose frame, double depthM, double widthM, double heightM, Rgb color) {}
