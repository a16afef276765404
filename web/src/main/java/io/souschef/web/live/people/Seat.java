package io.souschef.web.live.people;

import io.souschef.sim.picture.PlacedShape;
import io.souschef.web.replay.MotionDelta;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executor;

/** What one viewer has been told, and what waits to be. Used by the thread of its executor. */
final class Seat {

  /** A viewer this far behind will not catch up. */
  private static final long MOST_WAITING_CHARACTERS = 8_000_000;

  private final Viewer viewer;
  private final Executor hub;
  private final MotionDelta seen = new MotionDelta();
  private final Deque<String> waiting = new ArrayDeque<>();
  private long waitingCharacters;
  private boolean sending;
  private boolean broken;

  Seat(Viewer viewer, Executor hub) {
    this.viewer = viewer;
    this.hub = hub;
  }

  Viewer viewer() {
    return viewer;
  }

  void tell(String message) {
    waiting.add(message);
    waitingCharacters += message.length();
    pump();
  }

  boolean isHopeless() {
    return broken || waitingCharacters > MOST_WAITING_CHARACTERS;
  }

  /** Shows what moved since the last picture, if the viewer has taken all before. */
  void show(double timeS, List<PlacedShape> moving) {
    if (!sending && waiting.isEmpty()) {
      seen.next(moving)
          .ifPresent(
              change -> {
                change.put("type", "frame").put("t", Math.round(timeS * 1e3) / 1e3);
                tell(change.toString());
              });
    }
  }

  private void pump() {
    if (!sending && !waiting.isEmpty()) {
      String message = waiting.remove();
      waitingCharacters -= message.length();
      sending = true;
      try {
        viewer.send(message, () -> hub.execute(this::sent));
      } catch (RuntimeException e) {
        broken = true; // the others still want to be told
      }
    }
  }

  private void sent() {
    sending = false;
    pump();
  }
}
