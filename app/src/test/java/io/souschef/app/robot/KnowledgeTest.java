package io.souschef.app.robot;

import static org.assertj.core.api.Assertions.assertThat;

import io.souschef.planner.episode.EpisodeEvent;
import io.souschef.skills.world.Observation;
import io.souschef.skills.world.ObservedObject;
import io.souschef.skills.world.Place;
import io.souschef.skills.world.PlaceState;
import io.souschef.skills.world.Pose;
import io.souschef.skills.world.Vocabulary;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** What a robot says of what it believes. */
class KnowledgeTest {

  private static final Pose POSE = Pose.upright(0, 0, 0, 0);
  private static final Place TABLE = new Place("table", Place.Kind.SURFACE, POSE, 1, 1);
  private static final Place FRIDGE = new Place("fridge", Place.Kind.CLOSABLE, POSE, 1, 1);
  private static final Vocabulary WORDS =
      new Vocabulary(
          List.of(
              new Vocabulary.Kind("coke", "cokes", true),
              new Vocabulary.Kind("apple", "apples", false),
              new Vocabulary.Kind("sponge", "sponges", false)),
          List.of(TABLE, FRIDGE));

  private final AtomicLong nanos = new AtomicLong();
  private final Knowledge knowledge = new Knowledge(WORDS, nanos::get);

  private static ObservedObject thing(String kind, String place, double seenS) {
    return new ObservedObject(
        kind + "-1", kind, POSE, Optional.of(place), 0.1, 0.1, 0.1, 0.9, seenS, true);
  }

  private void observe() {
    Observation seen =
        new Observation(
            100,
            POSE,
            Optional.empty(),
            Optional.of(thing("apple", "table", 100)),
            List.of(thing("coke", "table", 90)),
            List.of(
                new PlaceState(TABLE, Optional.empty(), OptionalDouble.of(90)),
                new PlaceState(FRIDGE, Optional.of(false), OptionalDouble.of(40))));
    knowledge.accept(new EpisodeEvent.Observed(1, seen));
  }

  private void assertKnown(String about, String... sentences) {
    assertThat(knowledge.about(about)).isEqualTo(new Knowledge.Known(true, List.of(sentences)));
  }

  private void assertUnknown(String about, String sentence) {
    assertThat(knowledge.about(about)).isEqualTo(new Knowledge.Known(false, List.of(sentence)));
  }

  @Test
  void beforeItLookedNothingIsKnown() {
    assertUnknown("coke", "nothing is known yet: no task has made the robot look");
  }

  @Test
  void aThingIsWhereItWasSeenAndHowLongAgo() {
    observe();
    nanos.addAndGet(2_000_000_000L);
    assertKnown("a coke", "a coke on the table, seen 12 s ago");
    assertKnown("Coke", "a coke on the table, seen 12 s ago");
    assertKnown("apple", "an apple in its hand");
    assertUnknown("sponge", "no sponge was seen yet");
  }

  @Test
  void aPlaceIsWhatIsThereAndWhenItWasLookedAt() {
    observe();
    assertKnown("the table", "a coke on the table, seen 10 s ago", "the table, looked at 10 s ago");
    assertKnown("fridge", "the fridge is closed, looked at 60 s ago");
  }

  @Test
  void withoutAWordItTellsAll() {
    observe();
    assertKnown(
        " ",
        "an apple in its hand",
        "a coke on the table, seen 10 s ago",
        "the table, looked at 10 s ago",
        "the fridge is closed, looked at 60 s ago");
  }

  @Test
  void whatItHasNoWordForIsSaidSafely() {
    observe();
    assertUnknown("xylophone", "the robot has no word for 'xylophone'");
    assertUnknown("x\u001b[31m", "the robot has no word for 'x\\u001b[31m'");
    assertThat(knowledge.about("x".repeat(5000)).known()).isFalse();
  }
}
