package io.souschef.ros.perception;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.ros.config.RobotConfig;
import io.souschef.ros.event.RobotEvent;
import io.souschef.ros.mapping.Lexicon;
import io.souschef.ros.mapping.RosValues;
import io.souschef.ros.played.PlayedTopics;
import io.souschef.skills.world.Observation;
import io.souschef.skills.world.ObservedObject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is made of a real robot's data, with all that real data brings. */
class DetectionObserverTest {

  private static final String FILE =
      """
      connection: {use_sim_time: SIM}
      vocabulary:
        kinds: [{noun: coke}]
        places: [{name: table, kind: surface, x: 1, y: 0, z: 0.7}]
      perception: {max_age_s: 0.2, settle_s: 0}
      skills:
        go_to:
          commands: [{topic: go, type: std_msgs/msg/Bool}]
      """;

  private final PlayedTopics topics = new PlayedTopics();
  private final List<String> doubts = new ArrayList<>();
  private long nanos = 1_000_000_000L;
  private DetectionObserver observer = observer(false);

  private DetectionObserver observer(boolean simulated) {
    RobotConfig config = RobotConfig.parse("test", FILE.replace("SIM", "" + simulated));
    return new DetectionObserver(
        topics,
        config,
        new Lexicon(config.vocabulary()),
        event -> doubts.add(((RobotEvent.Doubted) event).what()),
        () -> nanos);
  }

  /** Time passes, here and nowhere else. */
  private void passS(double seconds) {
    nanos += Math.round(seconds * 1e9);
  }

  private static ObjectNode json(String text) {
    try {
      return (ObjectNode) new ObjectMapper().readTree(text.replace('\'', '"'));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  private void pose(double stampS, double x) {
    ObjectNode message =
        json(
            "{'transforms': [{'child_frame_id': 'base_link', 'transform': {'translation': {'x': %s}, 'rotation': {'w': 1}}}]}"
                .formatted(x));
    ((ObjectNode) message.at("/transforms/0")).set("header", RosValues.header(stampS, "map"));
    topics.tell("/tf", message);
  }

  private void detect(double stampS, double x, String orientation) {
    ObjectNode message =
        json(
            "{'detections': [{'results': [{'hypothesis': {'class_id': 'coke', 'score': 0.9}}], 'bbox': {'center': {'position': {'x': %s, 'y': 0, 'z': 0.75}, 'orientation': %s}}}]}"
                .formatted(Double.isNaN(x) ? "null" : "" + x, orientation));
    message.set("header", RosValues.header(stampS, "map"));
    if (Double.isNaN(x)) {
      ((ObjectNode) message.at("/detections/0/bbox/center/position")).put("x", Double.NaN);
    }
    topics.tell("/detections", message);
  }

  private void all(double stampS, double x) {
    pose(stampS, x);
    detect(stampS, x, "{'w': 1}");
  }

  private Observation observe() {
    return observer.observe(Freshness.ANY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{'x': 0, 'y': 0, 'z': 0, 'w': 0}",
        "{'x': 1e-300, 'y': 0, 'z': 4.9e-324, 'w': 0}",
        "{'w': 0.5}",
        "{'x': 0, 'y': 0, 'z': 0, 'w': 1.2}"
      })
  void anOrientationThatIsMissingOrTooShortDropsNothing(String orientation) {
    pose(10, 0);
    detect(10, 1, orientation);
    assertThat(observe().objects())
        .singleElement()
        .satisfies(
            coke -> {
              assertThat(coke.isUpright()).isTrue();
              assertThat(coke.place()).contains("table");
            });
    assertThat(doubts).isEmpty();
  }

  @Test
  void aDetectionWithoutAProperPlaceIsCountedAndSaidOnce() {
    pose(10, 0);
    for (int i = 0; i < 50; i++) {
      detect(10 + 0.1 * i, Double.NaN, "{'w': 1}");
    }
    assertThat(observe().objects()).isEmpty();
    assertThat(doubts)
        .containsExactly("1 detection was not used: A pose needs finite coordinates in metres");
  }

  /** Numbers that are none, none too small and none too large, in every place of a detection. */
  @Test
  void noNumberOfADetectionBlindsTheRobotOrReachesThePlanner() {
    double[] odd = {
      Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 4.9e-324, -1, 1e308, -1e308
    };
    String[] places = {
      "bbox/center/position/z",
      "bbox/center/orientation/x",
      "bbox/center/orientation/w",
      "bbox/size/x",
      "bbox/size/z",
      "results/0/hypothesis/score"
    };
    int number = 0;
    for (String place : places) {
      for (double value : odd) {
        pose(10 + number, 0);
        ObjectNode message =
            json(
                "{'detections': [{'results': [{'hypothesis': {'class_id': 'coke', 'score': 0.9}}], 'bbox': {'center': {'position': {'x': 1, 'y': 0, 'z': 0.75}, 'orientation': {'w': 1}}, 'size': {'x': 0.07, 'y': 0.07, 'z': 0.12}}}]}");
        message.set("header", RosValues.header(10 + number++, "map"));
        int name = place.lastIndexOf('/');
        ((ObjectNode) message.at("/detections/0/" + place.substring(0, name)))
            .put(place.substring(name + 1), value);
        topics.tell("/detections", message);
        assertThat(observe().objects())
            .as("%s of %s", value, place)
            .allSatisfy(
                coke -> {
                  assertThat(coke.confidence()).isBetween(0.0, 1.0);
                  assertThat(coke.pose().x()).isFinite();
                  assertThat(coke.pose().z()).isFinite();
                  for (double sizeM :
                      new double[] {coke.lengthM(), coke.widthM(), coke.heightM()}) {
                    assertThat(sizeM).isFinite().isNotNegative();
                  }
                });
      }
    }
    detect(10 + number, 1, "{'w': 1}");
    assertThat(observe().objects()).anyMatch(ObservedObject::visible);
    assertThat(doubts).as("one a cause").hasSizeLessThan(10);
  }

  @Test
  void detectionsThatStopAndComeAgainAreOfTheirOwnTime() {
    all(10, 0);
    detect(10, 1, "{'w': 1}");
    passS(30);
    pose(40, 0);
    assertThat(observe().objects()).noneMatch(ObservedObject::visible);
    assertThat(observer.poseAgeS()).isZero();
    all(40.1, 0);
    assertThat(observe().objects()).anyMatch(ObservedObject::visible);
    assertThat(doubts).noneMatch(doubt -> doubt.contains("jumped"));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aClockThatJumpsBackIsNoticedOnceAndPerceptionBeginsAnew(boolean simulated) {
    observer.close();
    observer = observer(simulated);
    for (int i = 0; i < 10; i++) {
      all(1000 + 0.1 * i, 0);
    }
    double beforeS = observe().timeS();
    all(3, 1);
    assertThat(observer.poseAgeS()).isFinite(); // one message alone is not believed
    assertThat(observe().base().x()).isZero();
    for (int i = 1; i < 20; i++) {
      all(3 + 0.1 * i, 1);
    }
    Observation after = observe();
    assertThat(after.base().x()).isEqualTo(1);
    assertThat(after.timeS()).isGreaterThanOrEqualTo(beforeS);
    assertThat(after.objects()).singleElement().matches(ObservedObject::visible);
    assertThat(after.objects().get(0).pose().x()).isEqualTo(1);
    assertThat(doubts).filteredOn(doubt -> doubt.contains("clock has jumped")).hasSize(1);
  }

  @Test
  void oneStampFromTheFutureDoesNotBlindTheRobot() {
    all(10, 0);
    all(1e9, 5);
    all(10.1, 1);
    assertThat(observe().base().x()).isEqualTo(1);
    assertThat(observe().objects()).extracting(o -> o.pose().x()).contains(1.0);
    assertThat(doubts)
        .contains(
            "detections are of 1000000000.000 s, those before were of 10.000 s",
            "the transform of frame 'base_link' is of 1000000000.000 s, those before were of 10.000"
                + " s");
  }

  @Test
  void whenTheVeryFirstStampIsFromTheFutureTheNextOnesAreBelieved() {
    all(1e9, 5);
    all(10, 1);
    all(10.1, 1);
    all(10.2, 1);
    assertThat(observe().base().x()).isEqualTo(1);
    assertThat(observe().objects()).extracting(o -> o.pose().x()).containsExactly(1.0);
  }

  @Test
  void stampsThatStandStillGrowOldThoughTheyAreHeard() {
    all(10, 0);
    assertThat(observe().objects()).singleElement().matches(ObservedObject::visible);
    for (int i = 0; i < 5; i++) {
      passS(0.06);
      all(10, 0);
    }
    assertThat(observer.poseAgeS()).isGreaterThan(0.2);
    assertThat(observe().objects()).singleElement().matches(coke -> !coke.visible());
    assertThat(observe().at()).isEmpty();
  }

  @Test
  void aSimulationThatHoldsItsBreathDoesNotGrowOldAsLongAsItIsHeard() {
    observer.close();
    observer = observer(true);
    for (int i = 0; i < 6; i++) {
      ObjectNode clock = json("{}");
      clock.set("clock", RosValues.time(10));
      topics.tell("/clock", clock);
      all(10, 0);
      passS(0.06);
    }
    assertThat(observer.poseAgeS()).isLessThan(0.2);
    ObjectNode later = json("{}");
    later.set("clock", RosValues.time(11));
    topics.tell("/clock", later);
    assertThat(observer.poseAgeS()).isGreaterThanOrEqualTo(1);
  }

  @Test
  void whoWritesNoStampsCountsByHearing() {
    all(0, 0);
    all(0, 1);
    assertThat(observer.poseAgeS()).isLessThan(0.2);
    assertThat(observe().base().x()).isEqualTo(1);
  }
}
