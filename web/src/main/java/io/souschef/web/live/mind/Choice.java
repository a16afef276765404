package io.souschef.web.live.mind;

import java.util.List;

/**
 * Something that people choose for the requests that follow: how they are planned, what says what
 * can be done now.
 *
 * @param name as commands say it
 * @param label as people read it
 * @param values what it may be; the first one until another is chosen
 */
public record Choice(String name, String label, List<String> values) {

  public Choice {
    values = List.copyOf(values);
    if (values.isEmpty()) {
      throw new IllegalArgumentException("The choice '%s' needs a value".formatted(name));
    }
  }
}
