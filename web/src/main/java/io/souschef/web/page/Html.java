package io.souschef.web.page;

import io.souschef.skills.text.Shown;

/** The little HTML that pages need. */
public final class Html {

  private Html() {}

  /**
   * Text made safe for elements and quoted attributes; what would turn or hide writing is escaped.
   */
  public static String escape(String text) {
    return Shown.lines(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  /** An image that needs no file beside the page. */
  public static String image(String pngBase64, String alt) {
    return "<img alt=\"%s\" src=\"data:image/png;base64,%s\">".formatted(escape(alt), pngBase64);
  }
}
