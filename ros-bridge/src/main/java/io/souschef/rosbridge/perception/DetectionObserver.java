package io.souschef.rosbridge.perception;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.rosbridge.config.Perception;
import io.souschef.rosbridge.config.RobotConfig;
import io.souschef.rosbridge.event.RobotEvent;
import io.souschef.rosbridge.mapping.Lexicon;
import io.souschef.rosbridge.mapping.RosValues;
import io.souschef.rosbridge.message.TypeName;
import io.souschef.rosbridge.transport.RosTransport;
import io.souschef.rosbridge.transport.RosTransport.Qos;
import io.souschef.rosbridge.transport.RosTransport.Registration;
import io.souschef.skills.execution.RobotException;
import io.souschef.skills.world.Observation;
import io.souschef.skills.world.ObservedObject;
import io.souschef.skills.world.Pose;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes observations of what a robot publishes. Messages come in on the transport's threads; {@link
 * #observe} waits on the caller's. What is stale or contradicts itself is told as {@link
 * RobotEvent.Doubted}; objects in a stale message do not count as visible.
 */
public final class DetectionObserver implements AutoCloseable {

  private static final TypeName DETECTIONS = TypeName.of("vision_msgs/msg/Detection3DArray");
  private static final TypeName TRANSFORMS = TypeName.of("tf2_msgs/msg/TFMessage");
  private static final TypeName JOINTS = TypeName.of("sensor_msgs/msg/JointState");
  private static final TypeName STATE = TypeName.of("souschef_msgs/msg/RobotState");

  /** How long the first news may take: peers must find each other. */
  private static final double FIRST_NEWS_S = 10;

  private final RobotConfig config;
  private final Perception perception;
  private final Lexicon lexicon;
  private final Consumer<RobotEvent> events;
  private final List<Registration> registrations = new ArrayList<>();

  // All below is guarded by this object's lock.
  private final TransformBuffer transforms;
  private final Detections reader;
  private final ObjectMemory memory;
  private final HandSense hand;
  private final RobotStates states;
  private double detectedS = Double.NaN;
  private long detectedNanos;
  private double originS = Double.NaN;
  private double latestS;

  public DetectionObserver(
      RosTransport transport, RobotConfig config, Lexicon lexicon, Consumer<RobotEvent> events) {
    this.config = config;
    this.perception = config.perception();
    this.lexicon = lexicon;
    this.events = events;
    transforms = new TransformBuffer(config.frames().map(), this::doubt);
    reader =
        new Detections(
            lexicon,
            frame -> transforms.locate(frame).map(TransformBuffer.Located::pose),
            this::doubt);
    memory = new ObjectMemory(perception.complete());
    hand = new HandSense(perception.gripper(), this::doubt);
    states = new RobotStates(lexicon, perception.state().isPresent());
    subscribe(transport);
  }

  private void subscribe(RosTransport transport) {
    for (String name : perception.transforms()) {
      String topic = config.connection().resolve(name);
      boolean fixed = topic.endsWith("static");
      listen(
          transport,
          topic,
          TRANSFORMS,
          fixed ? Qos.LATCHED : Qos.RELIABLE,
          message -> {
            transforms.add(message, fixed, System.nanoTime());
          });
    }
    listen(
        transport,
        config.connection().resolve(perception.detections()),
        DETECTIONS,
        Qos.SENSOR,
        this::detected);
    perception
        .gripper()
        .ifPresent(
            g ->
                listen(
                    transport,
                    config.connection().resolve(g.topic()),
                    JOINTS,
                    Qos.SENSOR,
                    hand::joints));
    perception
        .state()
        .ifPresent(
            topic ->
                listen(
                    transport,
                    config.connection().resolve(topic),
                    STATE,
                    Qos.RELIABLE,
                    states::update));
  }

  private void listen(
      RosTransport transport, String topic, TypeName type, Qos qos, Consumer<ObjectNode> listener) {
    registrations.add(
        transport.subscribe(
            topic,
            type,
            qos,
            message -> {
              synchronized (this) {
                listener.accept(message);
                notifyAll();
              }
            }));
  }

  private void detected(ObjectNode message) {
    double stampS = RosValues.seconds(message.at("/header/stamp"));
    if (!Double.isNaN(detectedS) && stampS < detectedS) {
      return; // late news
    }
    detectedS = stampS;
    detectedNanos = System.nanoTime();
    memory.update(reader.read(message));
  }

  private void doubt(String what) {
    events.accept(new RobotEvent.Doubted(what));
  }

  /** What a skill that ended well has put into the hand, or took out of it; by a robot's file. */
  public synchronized void holds(@Nullable ObservedObject object) {
    hand.holds(object);
  }

  /** Seconds since the base's pose was last heard; infinite when it never was. */
  public synchronized double poseAgeS() {
    return base().map(base -> ageS(base.heardNanos())).orElse(Double.POSITIVE_INFINITY);
  }

  private static double ageS(long heardNanos) {
    return heardNanos == Long.MAX_VALUE ? 0 : (System.nanoTime() - heardNanos) / 1e9;
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
    double patienceS = Double.isNaN(originS) ? FIRST_NEWS_S : perception.settleS();
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
        && after.isMetBy(base.get().stampS(), base.get().heardNanos())
        && after.isMetBy(detectedS, detectedNanos)
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
    if (Double.isNaN(detectedS)) {
      throw new RobotException(
          "No detections were heard on %s; check the detector and the topic in the robot file"
              .formatted(config.connection().resolve(perception.detections())));
    }
    boolean stale = ageS(detectedNanos) > perception.maxAgeS();
    if (stale) {
      doubt(
          "the detections are %.1f s old; nothing counts as visible"
              .formatted(ageS(detectedNanos)));
    }
    boolean lost = ageS(base.heardNanos()) > perception.maxAgeS();
    if (lost) {
      doubt(
          "the base's pose is %.1f s old; it counts as being nowhere"
              .formatted(ageS(base.heardNanos())));
    }
    double timeS = time(base.stampS());
    Optional<String> heldId = states.held();
    Optional<ObservedObject> held = heldId.isPresent() ? memory.get(heldId.get()) : hand.held();
    List<ObservedObject> objects =
        memory.all().stream()
            .filter(o -> held.isEmpty() || !o.id().equals(held.get().id()))
            .map(o -> placed(stale ? o.withVisible(false) : o))
            .toList();
    Optional<String> at = lost ? Optional.empty() : at(base.pose());
    return new Observation(
        timeS, base.pose(), at, held.map(this::inHand), objects, states.places());
  }

  private Optional<String> at(Pose base) {
    return states.isKnown() ? states.at() : lexicon.at(base);
  }

  private ObservedObject inHand(ObservedObject held) {
    return retimed(held, Optional.empty());
  }

  private ObservedObject placed(ObservedObject object) {
    return retimed(object, states.isKnown() ? states.placeOf(object.id()) : object.place());
  }

  private ObservedObject retimed(ObservedObject o, Optional<String> place) {
    return new ObservedObject(
        o.id(),
        o.kind(),
        o.pose(),
        place,
        o.lengthM(),
        o.widthM(),
        o.heightM(),
        o.confidence(),
        o.lastSeenS() - originS,
        o.visible());
  }

  /**
   * Robot time: since the first observation, or of the simulation's clock. Never runs backwards.
   */
  private double time(double poseStampS) {
    double newestS = Double.isInfinite(poseStampS) ? detectedS : Math.max(poseStampS, detectedS);
    if (Double.isNaN(originS)) {
      originS = config.connection().useSimTime() ? 0 : newestS;
    }
    latestS = Math.max(latestS, newestS - originS);
    return latestS;
  }

  @Override
  public void close() {
    registrations.forEach(Registration::close);
  }
}
