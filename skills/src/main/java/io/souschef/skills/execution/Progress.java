package io.souschef.skills.execution;

/**
 * A sign of life from a running skill.
 *
 * @param phase what the body does now, a few words: "reaching"
 * @param fraction estimated part done, in [0, 1]
 * @param elapsedS robot time since the skill began, seconds
 */
public record Progress(String phase, double fraction, double elapsedS) {}
