package io.souschef.web.page;

/** What every page that is read from top to bottom has: the values of the part {@code head}. */
public interface Page {

  /** What a browser calls it. */
  String title();

  /** The look that all pages share; it stands in the page, so that nothing is needed beside it. */
  default String style() {
    return Assets.text("style.css");
  }
}
