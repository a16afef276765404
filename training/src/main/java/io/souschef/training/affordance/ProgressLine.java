package io.souschef.training.affordance;

import java.util.Locale;
import java.util.function.Consumer;

/** A bar of how many scenes are done, in steps of one percent. */
final class ProgressLine {

  private static final int BAR = 30;

  private final int scenes;
  private final Consumer<String> status;
  private int shownPercent = -1;

  ProgressLine(int scenes, Consumer<String> status) {
    this.scenes = scenes;
    this.status = status;
  }

  void show(int done, int rows) {
    int percent = 100 * done / scenes;
    if (percent > shownPercent) {
      shownPercent = percent;
      int filled = BAR * done / scenes;
      status.accept(
          String.format(
              Locale.ROOT,
              "[%s%s] %3d%%  %,d rows",
              "#".repeat(filled),
              ".".repeat(BAR - filled),
              percent,
              rows));
    }
  }
}
