package io.souschef.web.page;

/** The look that all pages share, for pages that need no file beside them. Stateless. */
public final class PageStyle {

  private PageStyle() {}

  /**
   * The head of a page that is read from top to bottom, up to and with its opening body tag.
   *
   * @param title escaped for HTML
   */
  public static String head(String title) {
    return """
        <!doctype html><html lang="en"><head><meta charset="utf-8"><title>%s</title>\
        <meta name="viewport" content="width=device-width,initial-scale=1">\
        <meta name="color-scheme" content="light dark"><style>%s</style></head><body class="doc">\
        """
        .formatted(title, Assets.text("style.css"));
  }
}
