package io.souschef.app.cli.terminal;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Names for what a command leaves behind. Stateless. */
public final class FreshFolder {

  private FreshFolder() {}

  /** "runs/20260131-235959-serve". */
  public static Path named(String what) {
    String time =
        LocalDateTime.now(ZoneId.systemDefault())
            .format(DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT));
    return Path.of("runs", time + "-" + what);
  }
}
