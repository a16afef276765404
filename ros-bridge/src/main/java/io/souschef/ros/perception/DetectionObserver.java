package io.souschef.ros.perception;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.ros.config.Perception;
import io.souschef.ros.config.RobotConfig;
import io.souschef.ros.event.Printable;
import io.souschef.ros.event.RobotEvent;
import io.souschef.ros.mapping.Lexicon;
import io.souschef.ros.mapping.RosValues;
import io.souschef.ros.perception.StampGuard.Verdict;
import io.souschef.ros.transport.Causes;
import io.souschef.ros.transport.RosTransport;
import io.souschef.ros.transport.RosTransport.Qos;
import io.souschef.skills.execution.RobotException;
import io.souschef.skills.world.Observation;
import io.souschef.skills.world.ObservedObject;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Makes observations of what a robot publishes. Messages come in on the transport's threads; {@link
 * #observe} waits on the caller's. What is stale or contradicts itself is told as {@link
 * RobotEvent.Doubted}, once a cause; objects in a stale message do not count as visible. When the
 * robot's clock jumps, what was perceived before is forgotten and perception begins anew.
 */
public final class DetectionObserver implements AutoCloseable {

  /** How long the first news may take: peers must find each other. */
  private static final double FIRST_NEWS_S = 10;

  /** How long nothing is said of a doubt that was just told. */
  private static final Duration QUIET = Duration.ofSeconds(30);

  private final RobotConfig config;
  private final Perception perception;
  private final Lexicon lexicon;
  private final Consumer<RobotEvent> events;
  private final Causes doubts = new Causes(QUIET);
  private final Subscriptions subscriptions;

  // All below is guarded by this object's lock.
  private final RobotClock clock;
  private final Retiming retiming;
  private final TransformBuffer transforms;
  private final Detections reader;
  private final ObjectMemory memory;
  private final HandSense hand;
  private final RobotStates states;
  private StampGuard detections;

  public DetectionObserver(
      RosTransport transport, RobotConfig config, Lexicon lexicon, Consumer<RobotEvent> events) {
    this(transport, config, lexicon, events, System::nanoTime);
  }

  DetectionObserver(
      RosTransport transport,
      RobotConfig config,
      Lexicon lexicon,
      Consumer<RobotEvent> events,
      LongSupplier nanos) {
    this.config = config;
    this.perception = config.perception();
    this.lexicon = lexicon;
    this.events = events;
    clock = new RobotClock(config.connection().useSimTime(), nanos);
    retiming = new Retiming(clock);
    detections = new StampGuard(clock.isSimulated());
    transforms =
        new TransformBuffer(
            config.frames().map(), clock.isSimulated(), this::doubt, this::clockJumped);
    reader =
        new Detections(
            lexicon,
            frame -> transforms.locate(frame).map(TransformBuffer.Located::pose),
            this::doubt);
    memory = new ObjectMemory(perception.complete());
    hand = new HandSense(perception.gripper(), this::doubt);
    states = new RobotStates(lexicon, perception.state().isPresent(), clock, this::clockJumped);
    subscriptions = new Subscriptions(transport, config.connection(), this);
    subscriptions.perceive(
        perception,
        (message, fixed) -> transforms.add(message, fixed, clock.nanos()),
        this::detected,
        message -> hand.joints(message, clock.nanos()),
        states::update);
    if (clock.isSimulated()) {
      subscriptions.listen(
          "/clock",
          "rosgraph_msgs/msg/Clock",
          Qos.SENSOR,
          message -> clock.tick(RosValues.seconds(message.path("clock"))));
    }
  }

  private void detected(ObjectNode message) {
    double stampS = RosValues.seconds(message.at("/header/stamp"));
    double wasS = detections.newestS();
    Verdict verdict = detections.take(stampS, clock.nanos());
    if (verdict == Verdict.LATE) {
      return;
    }
    if (verdict == Verdict.DOUBTFUL) {
      doubt(
          String.format(
              Locale.ROOT, "detections are of %.3f s, those before were of %.3f s", stampS, wasS));
      return;
    }
    if (verdict == Verdict.JUMPED) {
      clockJumped("that of the detections");
      detections.take(stampS, clock.nanos());
    }
    memory.update(reader.read(message));
  }

  private void doubt(String what) {
    doubts.next(Printable.of(what)).map(RobotEvent.Doubted::new).ifPresent(events);
  }

  private void doubtAge(String what, double ageS, String so) {
    doubt(String.format(Locale.ROOT, "%s %.1f s old; %s", what, ageS, so));
  }

  private void clockJumped(String whose) {
    events.accept(
        new RobotEvent.Doubted(
            "the robot's clock has jumped, %s first; what was perceived before is forgotten"
                .formatted(whose)));
    clock.jumped();
    detections = new StampGuard(clock.isSimulated());
    transforms.restart();
    memory.clear();
    hand.restart();
    states.restart();
  }

  /** A skill that ended well has put this object into the hand, by a robot's file. */
  public synchronized void holds(String id) {
    memory.get(id).ifPresent(hand::holds);
  }

  /**
   * A skill that ended well has let go of what was in the hand, by a robot's file.
   *
   * @param place where that is now, until it is seen; empty when only perception can tell
   */
  public synchronized void letsGo(Optional<String> place) {
    Optional<ObservedObject> held = hand.held();
    hand.letsGo();
    held.ifPresent(
        object ->
            place
                .flatMap(lexicon::place)
                .ifPresentOrElse(
                    at -> memory.moved(object, at, detections.newestS()),
                    () -> memory.forget(object.id())));
  }

  /**
   * Age of the base's pose, by its stamp and by its arrival, seconds; infinite when it never was
   * heard, or not since the robot's clock has jumped.
   */
  public synchronized double poseAgeS() {
    return base().map(this::ageS).orElse(Double.POSITIVE_INFINITY);
  }

  /** How old the base's pose is, in words. */
  public String poseWords() {
    double ageS = poseAgeS();
    return Double.isInfinite(ageS)
        ? "the base's pose is not known"
        : String.format(Locale.ROOT, "the base's pose is %.1f s old", ageS);
  }

  /**
   * What is perceived of the world as it is now: of the robot's present time or later, so that a
   * picture that was taken before and comes late does not count. The robot's present time is that
   * of its newest pose, and what has passed since that was heard.
   */
  public synchronized Freshness fromNowOn() {
    Optional<TransformBuffer.Located> base = base();
    boolean told =
        base.isPresent()
            && Double.isFinite(base.get().stampS())
            && base.get().stampS() > 0
            && detections.newestS() > 0
            && !clock.isSimulated();
    if (!told) {
      return new Freshness(Double.NaN, clock.nanos());
    }
    long now = clock.nanos();
    double sinceS = (now - base.get().advancedNanos()) / 1e9;
    return new Freshness(base.get().stampS() + sinceS, now);
  }

  private double ageS(TransformBuffer.Located located) {
    return clock.ageS(located.stampS(), located.heardNanos(), located.advancedNanos());
  }

  private double detectionsAgeS() {
    return clock.ageS(detections.newestS(), detections.heardNanos(), detections.advancedNanos());
  }

  private Optional<TransformBuffer.Located> base() {
    return transforms.locate(config.frames().base());
  }

  /**
   * What is perceived, waiting for news if need be.
   *
   * @param after what must have been perceived or heard since
   * @throws RobotException when the base's pose or the detections were never heard
   */
  public synchronized Observation observe(Freshness after) {
    double patienceS = clock.hasBegun() ? perception.settleS() : FIRST_NEWS_S;
    long until = System.nanoTime() + (long) (patienceS * 1e9);
    while (!isNewsSince(after)) {
      long leftMs = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
      if (leftMs <= 0) {
        break;
      }
      try {
        wait(leftMs);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        break;
      }
    }
    return snapshot();
  }

  private boolean isNewsSince(Freshness after) {
    Optional<TransformBuffer.Located> base = base();
    return base.isPresent()
        && clock.meets(after, base.get().stampS(), base.get().heardNanos())
        && clock.meets(after, detections.newestS(), detections.heardNanos())
        && !Double.isNaN(detections.newestS())
        && states.isNewsSince(after);
  }

  private Observation snapshot() {
    TransformBuffer.Located base =
        base()
            .orElseThrow(
                () ->
                    new RobotException(
                        "No transform from '%s' to '%s' was heard on %s; check the localization and the frames in the robot file"
                            .formatted(
                                config.frames().map(),
                                config.frames().base(),
                                perception.transforms())));
    if (Double.isNaN(detections.newestS())) {
      throw new RobotException(
          "No detections were heard on %s; check the detector and the topic in the robot file"
              .formatted(config.connection().resolve(perception.detections())));
    }
    boolean stale = detectionsAgeS() > perception.maxAgeS();
    if (stale) {
      doubtAge("the detections are", detectionsAgeS(), "nothing counts as visible");
    }
    boolean lost = ageS(base) > perception.maxAgeS();
    if (lost) {
      doubtAge("the base's pose is", ageS(base), "it counts as being nowhere");
    }
    double seenS = detections.newestS();
    double timeS =
        clock.time(Double.isInfinite(base.stampS()) ? seenS : Math.max(base.stampS(), seenS));
    Optional<String> heldId = states.held();
    Optional<ObservedObject> held = heldId.isPresent() ? memory.get(heldId.get()) : hand.held();
    List<ObservedObject> objects =
        memory.all().stream()
            .filter(o -> held.isEmpty() || !o.id().equals(held.get().id()))
            .map(o -> retiming.of(stale ? o.withVisible(false) : o, placeOf(o)))
            .toList();
    Optional<String> at =
        lost ? Optional.empty() : states.isKnown() ? states.at() : lexicon.at(base.pose());
    return new Observation(
        timeS,
        base.pose(),
        at,
        held.map(o -> retiming.of(o, Optional.empty())),
        objects,
        states.places());
  }

  private Optional<String> placeOf(ObservedObject object) {
    return states.isKnown() ? states.placeOf(object.id()) : object.place();
  }

  @Override
  public void close() {
    subscriptions.close();
  }
}
