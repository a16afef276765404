package io.souschef.app.view;

/**
 * A picture of an episode's filmstrip.
 *
 * @param step the step it belongs to; 0 before the first
 * @param caption a few words
 * @param png the picture, PNG encoded
 */
public record Frame(int step, String caption, byte[] png) {}
