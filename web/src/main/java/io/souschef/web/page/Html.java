package io.souschef.web.page;

import io.souschef.skills.text.Shown;
import java.net.URI;

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

  /** An image in a file beside the page, read when it comes into view. */
  public static String image(URI file, String alt) {
    return "<img alt=\"%s\" loading=\"lazy\" src=\"%s\">"
        .formatted(escape(alt), escape(file.toString()));
  }

  /** An image that needs no file beside the page. */
  public static String image(String pngBase64, String alt) {
    return "<img alt=\"%s\" src=\"data:image/png;base64,%s\">".formatted(escape(alt), pngBase64);
  }
}
