package io.souschef.ros.transport;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Complaints that come again and again, counted by their cause: the first is told at once, those
 * after it once in a while, with how often. Two complaints that differ in numbers alone have one
 * cause. Thread-safe.
 */
public final class Causes {

  private static final int REMEMBERED = 200;

  /** As Java writes them, those that are none among them. */
  private static final Pattern NUMBER =
      Pattern.compile("-?(?:[0-9]+(?:\\.[0-9]+)?(?:E-?[0-9]+)?|\\b(?:NaN|Infinity)\\b)");

  private record Count(long times, long toldNanos) {}

  private final long quietNanos;
  private final Map<String, Count> counts =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Count> eldest) {
          return size() > REMEMBERED;
        }
      };

  /**
   * A counter.
   *
   * @param quiet how long nothing is said of a cause that was just told
   */
  public Causes(Duration quiet) {
    quietNanos = quiet.toNanos();
  }

  /** What to say of this complaint now; empty when it was said a moment ago. */
  public synchronized Optional<String> next(String complaint) {
    String cause = NUMBER.matcher(complaint).replaceAll("#");
    long now = System.nanoTime();
    Count before = counts.get(cause);
    if (before == null) {
      counts.put(cause, new Count(1, now));
      return Optional.of(complaint);
    }
    long times = before.times() + 1;
    boolean due = now - before.toldNanos() >= quietNanos;
    counts.put(cause, new Count(times, due ? now : before.toldNanos()));
    return due
        ? Optional.of(String.format(Locale.ROOT, "%s (%d times by now)", complaint, times))
        : Optional.empty();
  }
}
