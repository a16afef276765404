package io.souschef.sim.physics.part;

/**
 * Where a ray met a body.
 *
 * @param body what it met first
 * @param fraction part of the way from the ray's start to its end, in [0, 1]
 */
public record RayHit(Body body, double fraction) {}
