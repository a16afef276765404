package io.souschef.app.view;

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
  public static String image(String pngBase64, String alt) {
    return "<img alt=\"%s\" src=\"data:image/png;base64,%s\">".formatted(escape(alt), pngBase64);
  }
}
