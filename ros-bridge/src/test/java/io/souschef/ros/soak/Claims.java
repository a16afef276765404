package io.souschef.ros.soak;

import io.souschef.ros.event.RobotEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** When Souschef said that the robot moves or may move, by its events. Thread-safe. */
final class Claims implements Consumer<RobotEvent> {

  /** What was said from a moment on. */
  private record Said(long nanos, boolean moves, RobotEvent event) {}

  private final List<Said> said = new ArrayList<>();
  private boolean open;
  private int confirmed;
  private int unconfirmed;

  @Override
  public synchronized void accept(RobotEvent event) {
    long now = System.nanoTime();
    if (event instanceof RobotEvent.CommandSent) {
      say(now, true, event);
    } else if (event instanceof RobotEvent.Stopped stopped) {
      open = !stopped.unconfirmed().isEmpty();
      unconfirmed += open ? 1 : 0;
      confirmed += stopped.confirmed().size();
      say(now, open, event);
    } else if (event instanceof RobotEvent.StoppedLater later) {
      open = !later.unconfirmed().isEmpty();
      say(now, open, event);
    } else if (event instanceof RobotEvent.SeenStill) {
      open = false;
      say(now, false, event);
    } else if (event instanceof RobotEvent.CommandEnded ended) {
      say(now, open || ended.message().contains("NOT confirmed"), event);
    }
  }

  private void say(long nanos, boolean moves, RobotEvent event) {
    said.add(new Said(nanos, moves, event));
  }

  synchronized int confirmed() {
    return confirmed;
  }

  synchronized int unconfirmed() {
    return unconfirmed;
  }

  /** What was said to stand still while it moved; empty when every word was true. */
  synchronized Optional<String> liesAbout(ServerLog.Motion motion) {
    boolean moves = false;
    String last = "nothing";
    for (Said one : said) {
      boolean meanwhile = one.nanos() >= motion.startNanos() && one.nanos() < motion.endNanos();
      if (meanwhile && !one.moves()) {
        return Optional.of(
            "%s ms after it began, and %s ms before it ended, this was said: %s"
                .formatted(
                    ms(one.nanos() - motion.startNanos()),
                    motion.isOver() ? ms(motion.endNanos() - one.nanos()) : "?",
                    one.event()));
      }
      if (one.nanos() < motion.startNanos()) {
        moves = one.moves();
        last = one.event().toString();
      }
    }
    return moves ? Optional.empty() : Optional.of("it moved after this was said: " + last);
  }

  private static long ms(long nanos) {
    return nanos / 1_000_000;
  }

  /** What was said since a moment, for whoever must find out why. */
  synchronized String since(long nanos) {
    StringBuilder words = new StringBuilder();
    said.stream()
        .filter(one -> one.nanos() >= nanos)
        .forEach(
            one ->
                words
                    .append("\n  +")
                    .append(ms(one.nanos() - nanos))
                    .append(" ms ")
                    .append(one.event()));
    return words.toString();
  }
}
