package io.souschef.app.view;

import java.util.Base64;

/** The little HTML that pages need. */
public final class Html {

  private Html() {}

  /** Text made safe for elements and quoted attributes. */
  public static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  /** An image that needs no file beside the page. */
  public static String image(byte[] png, String alt) {
    return "<img alt=\"%s\" src=\"data:image/png;base64,%s\">"
        .formatted(escape(alt), Base64.getEncoder().encodeToString(png));
  }
}
