package io.souschef.sim.perception;

import io.souschef.sim.kitchen.shape.Frames;
import io.souschef.sim.kitchen.shape.Joint;
import io.souschef.sim.state.WorldObject;
import io.souschef.skills.world.Pose;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Remembers individuals from frame to frame: detections are matched to the nearest track of their
 * kind, the closest pair first; a track whose spot is twice seen empty is forgotten. Not
 * thread-safe.
 */
final class ObjectMemory {

  private static final int FORGET_AFTER = 2;
  private static final double GRASPED_WITHIN_M = 0.5;

  private final List<Track> tracks;
  private final Map<String, Integer> counts;
  private @Nullable Track held;

  ObjectMemory() {
    tracks = new ArrayList<>();
    counts = new TreeMap<>();
  }

  private ObjectMemory(ObjectMemory original) {
    tracks = new ArrayList<>(original.tracks);
    counts = new TreeMap<>(original.counts);
    held = original.held;
  }

  ObjectMemory copy() {
    return new ObjectMemory(this);
  }

  List<Track> tracks() {
    return List.copyOf(tracks);
  }

  Optional<Track> held() {
    return Optional.ofNullable(held);
  }

  /** Takes in one frame. */
  void update(Sight sight, List<Detection> detections, double timeS) {
    Set<Integer> matchedTracks = new HashSet<>();
    Set<Integer> matchedDetections = new HashSet<>();
    for (Pair pair : pairs(detections)) {
      if (!matchedTracks.contains(pair.track) && !matchedDetections.contains(pair.detection)) {
        matchedTracks.add(pair.track);
        matchedDetections.add(pair.detection);
        tracks.set(
            pair.track, tracks.get(pair.track).seenAs(detections.get(pair.detection), timeS));
      }
    }
    for (int i = 0; i < tracks.size(); i++) {
      if (!matchedTracks.contains(i)) {
        Track track = tracks.get(i);
        boolean empty = sight.sees(Frames.position(track.seen().pose()));
        tracks.set(i, empty ? track.missed() : track.unseen());
      }
    }
    tracks.removeIf(track -> track.misses() >= FORGET_AFTER);
    for (int i = 0; i < detections.size(); i++) {
      if (!matchedDetections.contains(i)) {
        Detection detection = detections.get(i);
        tracks.add(new Track(newId(detection.kind()), detection, timeS, 0, true, false));
      }
    }
  }

  /** Takes in what the hand feels: what it holds, if anything, with its true pose. */
  void feel(Optional<WorldObject> inHand, double timeS) {
    if (inHand.isEmpty()) {
      if (held != null) {
        tracks.add(held.movedTo(held.seen(), true, timeS));
        held = null;
      }
      return;
    }
    WorldObject object = inHand.get();
    Detection felt =
        Detector.measured(object.kind().noun(), object.kind().shape(), object.pose(), 1, 1);
    if (held != null && !held.seen().kind().equals(felt.kind())) {
      tracks.add(held.movedTo(held.seen(), true, timeS));
      held = null;
    }
    Track track = held == null ? grasped(felt) : held;
    held = track.seenAs(felt, timeS);
  }

  /** Moves what lies in a drawer along with it. */
  void moveAlong(Predicate<Pose> inside, Joint joint, double from, double to) {
    Pose motion = Frames.compose(joint.motion(to), Frames.inverse(joint.motion(from)));
    tracks.replaceAll(
        track -> {
          Detection seen = track.seen();
          if (!inside.test(seen.pose())) {
            return track;
          }
          Detection moved =
              new Detection(
                  seen.kind(),
                  Frames.compose(motion, seen.pose()),
                  seen.lengthM(),
                  seen.widthM(),
                  seen.heightM(),
                  seen.confidence());
          return new Track(track.id(), moved, track.lastSeenS(), 0, false, track.released());
        });
  }

  private Track grasped(Detection felt) {
    Optional<Track> nearest =
        tracks.stream()
            .filter(track -> track.seen().kind().equals(felt.kind()))
            .filter(track -> track.seen().pose().distanceTo(felt.pose()) < GRASPED_WITHIN_M)
            .min(Comparator.comparingDouble(track -> track.seen().pose().distanceTo(felt.pose())));
    nearest.ifPresent(tracks::remove);
    return nearest.orElseGet(() -> new Track(newId(felt.kind()), felt, 0, 0, true, false));
  }

  /** A track and a detection of one kind, near to each other; indices into their lists. */
  private record Pair(int track, int detection, double distanceM) {}

  private List<Pair> pairs(List<Detection> detections) {
    List<Pair> pairs = new ArrayList<>();
    for (int t = 0; t < tracks.size(); t++) {
      for (int d = 0; d < detections.size(); d++) {
        Track track = tracks.get(t);
        Detection detection = detections.get(d);
        double distance = track.seen().pose().distanceTo(detection.pose());
        if (track.seen().kind().equals(detection.kind()) && distance <= track.gateM()) {
          pairs.add(new Pair(t, d, distance));
        }
      }
    }
    pairs.sort(Comparator.comparingDouble(Pair::distanceM));
    return pairs;
  }

  private String newId(String kind) {
    return kind + "-" + counts.merge(kind, 1, Integer::sum);
  }
}
