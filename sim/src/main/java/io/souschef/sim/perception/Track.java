package io.souschef.sim.perception;

import io.souschef.skills.world.ObservedObject;
import java.util.Optional;

/**
 * One remembered thing.
 *
 * @param id stable name
 * @param seen how it was when last detected
 * @param lastSeenS robot time of the last detection, seconds
 * @param misses frames in a row that showed its spot empty
 * @param visible whether the newest frame showed it
 * @param released whether it left the hand and has not been seen since: it may lie anywhere near
 */
record Track(
    String id, Detection seen, double lastSeenS, int misses, boolean visible, boolean released) {

  Track seenAs(Detection detection, double timeS) {
    return new Track(id, detection, timeS, 0, true, false);
  }

  Track unseen() {
    return new Track(id, seen, lastSeenS, misses, false, released);
  }

  Track missed() {
    return new Track(id, seen, lastSeenS, misses + 1, false, released);
  }

  Track movedTo(Detection where, boolean afterRelease, double timeS) {
    return new Track(id, where, timeS, 0, false, afterRelease);
  }

  /** The gate for associating a detection with it, metres. */
  double gateM() {
    return released ? 1.0 : 0.25;
  }

  ObservedObject observed(Optional<String> place) {
    return new ObservedObject(
        id,
        seen.kind(),
        seen.pose(),
        place,
        seen.lengthM(),
        seen.widthM(),
        seen.heightM(),
        seen.confidence(),
        lastSeenS,
        visible);
  }
}
