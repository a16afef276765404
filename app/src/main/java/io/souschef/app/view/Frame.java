package io.souschef.app.view;

import java.util.Base64;

/**
 * A picture of an episode's filmstrip.
 *
 * @param step the step it belongs to; 0 before the first
 * @param caption a few words
 * @param pngBase64 the picture, PNG in base64
 */
public record Frame(int step, String caption, String pngBase64) {

  /** From the bytes of a PNG. */
  public static Frame of(int step, String caption, byte[] png) {
    return new Frame(step, caption, Base64.getEncoder().encodeToString(png));
  }
}
