package com.example.library;

import io.souschef.skills.GroundedSkill;
import io.souschef.skills.failure.FailureReason;
import io.souschef.skills.execution.Progress;
import io.souschef.skills.execution.Robot;
import io.souschef.skills.execution.SkillResult;
import io.souschef.skills.world.Observation;
import io.souschef.skills.world.ObservedObject;
import io.souschef.skills.world.Place;
import io.souschef.skills.world.PlaceState;
import io.souschef.skills.world.Pose;
import io.souschef.skills.world.Vocabulary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Consumer;

/**
 * An own robot: a trolley in a library that carries books between a shelf, a desk and a reader. It
 * has no physics; what it does simply happens, one second for each skill.
 */
public final class Trolley implements Robot {

  private static final List<Place> PLACES =
      List.of(
          new Place("shelf", Place.Kind.SURFACE, Pose.upright(2, 0, 1.2, 0), 1.0, 0.3),
          new Place("desk", Place.Kind.SURFACE, Pose.upright(0, 3, 0.75, 0), 1.2, 0.6),
          new Place("reader", Place.Kind.PERSON, Pose.upright(-1, 1, 0.7, 0), 0.4, 0.4));

  private static final Vocabulary WORDS =
      new Vocabulary(
          List.of(
              new Vocabulary.Kind("atlas", "atlases", true),
              new Vocabulary.Kind("novel", "novels", true),
              new Vocabulary.Kind("globe", "globes", false)),
          PLACES);

  /** What there is, and where: the hand is no place. */
  private final Map<String, String> where = new LinkedHashMap<>();

  private final Set<String> seen = new LinkedHashSet<>();
  private String at = "reader";
  private Optional<String> held = Optional.empty();
  private double timeS;
  private volatile boolean stopped;
  private boolean closed;
  private boolean rung;

  public Trolley() {
    where.put("atlas", "shelf");
    where.put("novel", "shelf");
    where.put("globe", "desk");
  }

  @Override
  public Vocabulary vocabulary() {
    return WORDS;
  }

  @Override
  public Observation observe() {
    List<ObservedObject> objects = new ArrayList<>();
    where.forEach(
        (kind, place) -> {
          if (place.equals(at)) {
            seen.add(kind);
          }
          if (seen.contains(kind)) {
            objects.add(object(kind, WORDS.place(place)));
          }
        });
    return new Observation(
        timeS,
        pose(at),
        Optional.of(at),
        held.map(kind -> object(kind, Optional.empty())),
        objects,
        PLACES.stream()
            .map(place -> new PlaceState(place, Optional.empty(), OptionalDouble.empty()))
            .toList());
  }

  private ObservedObject object(String kind, Optional<Place> place) {
    Pose pose = place.map(Place::pose).orElse(pose(at));
    boolean visible = place.map(Place::name).filter(at::equals).isPresent();
    return new ObservedObject(
        kind + "-1", kind, pose, place.map(Place::name), 0.2, 0.04, 0.25, 0.9, timeS, visible);
  }

  private static Pose pose(String place) {
    Pose pose = WORDS.place(place).orElseThrow().pose();
    return Pose.upright(pose.x() + 0.6, pose.y(), 0, 0);
  }

  @Override
  public SkillResult execute(GroundedSkill skill, Consumer<Progress> progress) {
    if (closed) {
      throw new IllegalStateException("The trolley is closed");
    }
    skill.arguments().values().forEach(Trolley::requireKnown);
    if (stopped) {
      return failed(FailureReason.ROBOT_FAULT, "The emergency stop is pressed");
    }
    timeS += 1;
    progress.accept(new Progress(skill.text(), 1, 1));
    return switch (skill.action()) {
      case "find" -> find(skill.object().orElseThrow());
      case "pick_up" -> pickUp(skill.object().orElseThrow());
      case "put" -> put(skill.place().orElseThrow());
      case "put_down" -> put(at);
      case "go_to" -> drive(skill.place().orElseThrow());
      case "bring" ->
          held.isEmpty() ? failed(FailureReason.HAND_EMPTY, "It carries nothing") : drive("reader");
      case "ring" -> ring(skill.place().orElseThrow());
      default -> failed(FailureReason.REJECTED, "A trolley cannot " + skill.text());
    };
  }

  private static void requireKnown(String word) {
    if (WORDS.kind(word).isEmpty() && WORDS.place(word).isEmpty()) {
      throw new IllegalArgumentException("The trolley knows no '%s'".formatted(word));
    }
  }

  private SkillResult find(String kind) {
    return where.containsKey(kind)
        ? drive(where.get(kind))
        : failed(FailureReason.NOT_FOUND, "There is no " + kind);
  }

  private SkillResult pickUp(String kind) {
    if (held.isPresent()) {
      return failed(FailureReason.HAND_FULL, "It carries the " + held.get());
    }
    if (!at.equals(where.get(kind))) {
      return failed(FailureReason.NOT_FOUND, "There is no %s here".formatted(kind));
    }
    where.remove(kind);
    held = Optional.of(kind);
    return succeeded("It carries the " + kind);
  }

  private SkillResult put(String place) {
    if (held.isEmpty()) {
      return failed(FailureReason.HAND_EMPTY, "It carries nothing");
    }
    if (!at.equals(place)) {
      return failed(FailureReason.UNREACHABLE, "It is not at the " + place);
    }
    where.put(held.get(), place);
    held = Optional.empty();
    return succeeded("It stands there");
  }

  private SkillResult drive(String place) {
    at = place;
    observe();
    return succeeded("It is at the " + place);
  }

  private SkillResult ring(String place) {
    rung = true;
    return drive(place);
  }

  private SkillResult succeeded(String message) {
    return new SkillResult.Succeeded(1, message);
  }

  private SkillResult failed(FailureReason reason, String message) {
    return new SkillResult.Failed(1, reason, message);
  }

  /** Where something is; empty while it is carried. */
  public Optional<String> whereIs(String kind) {
    return Optional.ofNullable(where.get(kind));
  }

  public boolean hasRung() {
    return rung;
  }

  @Override
  public void cancel() {
    // What it does is over before anybody could cancel it.
  }

  @Override
  public void emergencyStop() {
    stopped = true;
  }

  @Override
  public void close() {
    closed = true;
  }
}
