package io.souschef.skills.effect;

/**
 * What a skill template needs and does, and how long it takes, about its arguments by name.
 *
 * @param needs what must hold before
 * @param effects what holds after
 * @param duration how long it is expected to take
 */
public record Declaration(Needs needs, Effects effects, Duration duration) {}
