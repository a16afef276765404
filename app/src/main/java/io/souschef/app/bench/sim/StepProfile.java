package io.souschef.app.bench.sim;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/** What simulating is busy with, by the virtual machine's own sampling profiler. */
final class StepProfile {

  private static final String SAMPLE = "jdk.ExecutionSample";
  private static final Duration PERIOD = Duration.ofMillis(10);
  private static final String OTHER = "deciding motions, everything else";

  /**
   * A part of the work.
   *
   * @param part in words
   * @param percent of the samples
   */
  record Share(String part, double percent) {}

  /** A part, told by a method anywhere on the stack; the first that fits counts. */
  private record Part(String words, List<String> methods) {}

  private static final List<Part> PARTS =
      List.of(
          new Part("perception: rays", List.of("Perception.look")),
          new Part("trying reaches: contacts of a probe", List.of("Contacts.obstacle")),
          new Part("planning paths", List.of("PathPlanner.plan", "FloorPlan.now")),
          new Part(
              "step: contacts of close pairs (GJK)",
              List.of("CollisionDispatcher.dispatchAllCollisionPairs")),
          new Part("step: constraint solver", List.of("DiscreteDynamicsWorld.solveConstraints")),
          new Part(
              "step: bounding boxes and pairs",
              List.of(
                  "CollisionWorld.performDiscreteCollisionDetection",
                  "CollisionWorld.updateAabbs")),
          new Part("step: motion and bookkeeping", List.of("DiscreteDynamicsWorld.stepSimulation")),
          new Part("building a world", List.of("KitchenWorld.<init>", "FloorPlan.of")));

  private StepProfile() {}

  /** Shares of an action's time, the greatest first; empty when it was too short to be sampled. */
  static List<Share> of(Runnable action) {
    Map<String, Integer> counts = new HashMap<>();
    try (Recording recording = new Recording()) {
      recording.enable(SAMPLE).withPeriod(PERIOD);
      recording.start();
      action.run();
      recording.stop();
      Path file = Files.createTempFile("souschef", ".jfr");
      try {
        recording.dump(file);
        for (RecordedEvent event : RecordingFile.readAllEvents(file)) {
          if (event.getEventType().getName().equals(SAMPLE) && event.getStackTrace() != null) {
            counts.merge(part(event.getStackTrace().getFrames()), 1, Integer::sum);
          }
        }
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The profile cannot be written or read", e);
    }
    double all = counts.values().stream().mapToInt(count -> count).sum();
    return counts.entrySet().stream()
        .map(entry -> new Share(entry.getKey(), 100 * entry.getValue() / all))
        .sorted(Comparator.comparingDouble(Share::percent).reversed())
        .toList();
  }

  private static String part(List<RecordedFrame> stack) {
    List<String> methods = stack.stream().map(StepProfile::name).toList();
    return PARTS.stream()
        .filter(part -> part.methods().stream().anyMatch(methods::contains))
        .map(Part::words)
        .findFirst()
        .orElse(OTHER);
  }

  /** "BulletWorld.step". */
  private static String name(RecordedFrame frame) {
    String type = frame.getMethod().getType().getName();
    return type.substring(type.lastIndexOf('.') + 1) + "." + frame.getMethod().getName();
  }
}
