package io.souschef.ros.perception;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.ros.mapping.Lexicon;
import io.souschef.ros.mapping.RosValues;
import io.souschef.ros.perception.StampGuard.Verdict;
import io.souschef.skills.world.Place;
import io.souschef.skills.world.PlaceState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a robot with {@code souschef_msgs/msg/RobotState} tells of itself; knows nothing for others.
 * Not thread-safe.
 */
final class RobotStates {

  private static final int OPEN = 1;
  private static final int CLOSED = 2;

  private final Lexicon lexicon;
  private final boolean expected;
  private final RobotClock clock;
  private final Consumer<String> jumps;
  private @Nullable ObjectNode last;
  private StampGuard stamps;

  /**
   * What is told.
   *
   * @param expected whether the robot tells of itself at all
   * @param clock the robot's
   * @param jumps told when its clock has jumped; {@link #restart} may follow
   */
  RobotStates(Lexicon lexicon, boolean expected, RobotClock clock, Consumer<String> jumps) {
    this.lexicon = lexicon;
    this.expected = expected;
    this.clock = clock;
    this.jumps = jumps;
    stamps = new StampGuard(clock.isSimulated());
  }

  /** Forgets what was told. */
  void restart() {
    stamps = new StampGuard(clock.isSimulated());
    last = null;
  }

  void update(ObjectNode message) {
    double stampS = RosValues.seconds(message.at("/header/stamp"));
    Verdict verdict = stamps.take(stampS, clock.nanos());
    if (verdict == Verdict.JUMPED) {
      jumps.accept("that of the robot's state");
      stamps.take(stampS, clock.nanos());
    }
    if (verdict != Verdict.LATE && verdict != Verdict.DOUBTFUL) {
      last = message;
    }
  }

  boolean isNewsSince(Freshness after) {
    return !expected || (last != null && clock.meets(after, stamps.newestS(), stamps.heardNanos()));
  }

  boolean isKnown() {
    return last != null;
  }

  Optional<String> at() {
    return text("at");
  }

  Optional<String> held() {
    return text("held");
  }

  private Optional<String> text(String field) {
    return last == null
        ? Optional.empty()
        : Optional.of(last.path(field).asText()).filter(text -> !text.isEmpty());
  }

  Optional<String> placeOf(String id) {
    if (last != null) {
      for (JsonNode object : last.path("objects")) {
        if (object.path("id").asText().equals(id)) {
          return Optional.of(object.path("place").asText()).filter(place -> !place.isEmpty());
        }
      }
    }
    return Optional.empty();
  }

  /** Every place of the vocabulary, in its order. */
  List<PlaceState> places() {
    Map<String, JsonNode> told = new HashMap<>();
    if (last != null) {
      last.path("places").forEach(place -> told.put(place.path("name").asText(), place));
    }
    return lexicon.vocabulary().places().stream()
        .map(place -> state(place, told.get(place.name())))
        .toList();
  }

  private static PlaceState state(Place place, @Nullable JsonNode told) {
    if (told == null) {
      return new PlaceState(place, Optional.empty(), OptionalDouble.empty());
    }
    int state = told.path("state").asInt();
    Optional<Boolean> open =
        state == OPEN ? Optional.of(true) : state == CLOSED ? Optional.of(false) : Optional.empty();
    return new PlaceState(
        place,
        open,
        told.path("looked").asBoolean()
            ? OptionalDouble.of(told.path("last_looked").asDouble())
            : OptionalDouble.empty());
  }
}
