package io.souschef.web.page;

import io.souschef.skills.text.Shown;

/** What becomes of text in HTML and SVG. Stateless. */
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
}
