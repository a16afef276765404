package io.souschef.sim.physics.part;

import io.souschef.sim.kitchen.ObjectKind;

/**
 * A loose object in the world.
 *
 * @param id scene id: "coke-1"
 * @param kind what it is
 * @param body its body
 */
public record Thing(String id, ObjectKind kind, Body body) {}
