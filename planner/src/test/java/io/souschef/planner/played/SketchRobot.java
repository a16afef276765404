package io.souschef.planner.played;

import io.souschef.skills.GroundedSkill;
import io.souschef.skills.SkillLibrary;
import io.souschef.skills.effect.world.Thing;
import io.souschef.skills.effect.world.WorldSketch;
import io.souschef.skills.execution.Progress;
import io.souschef.skills.execution.Robot;
import io.souschef.skills.execution.SkillResult;
import io.souschef.skills.failure.FailureReason;
import io.souschef.skills.rule.SkillRules;
import io.souschef.skills.rule.Verdict;
import io.souschef.skills.world.Observation;
import io.souschef.skills.world.ObservedObject;
import io.souschef.skills.world.Place;
import io.souschef.skills.world.PlaceState;
import io.souschef.skills.world.Pose;
import io.souschef.skills.world.Vocabulary;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A robot in a kitchen of words: skills do what they declare; it sees what is where it stands, and
 * remembers.
 */
public final class SketchRobot implements Robot {

  private final Vocabulary vocabulary;
  private final WorldSketch truth;
  private static final SkillRules RULES = new SkillRules(SkillLibrary.standard());

  private final Set<String> seen = new HashSet<>();
  private final Set<String> known = new HashSet<>();
  private final Set<String> broken = new HashSet<>();
  private final Set<String> full = new HashSet<>();
  private final List<String> executed = new ArrayList<>();
  private boolean allBroken;
  private boolean blindForDoors;

  public SketchRobot(Vocabulary vocabulary, String at, Thing... things) {
    this.vocabulary = vocabulary;
    this.truth =
        new WorldSketch(
            vocabulary.places(),
            Set.of(),
            List.of(things),
            Pose.upright(0, 0, 0, 0),
            Optional.of(at));
    look();
  }

  /** A thing of a kind at a place. */
  public static Thing thing(String id, String kind, String place) {
    return new Thing(id, kind, place, true, true, true, false, Thing.Fit.FITS, Set.of());
  }

  /** Skills with these words always fail. */
  public SketchRobot breaking(String words) {
    broken.add(words);
    return this;
  }

  /** It never sees how a door stands. */
  public SketchRobot blindForDoors() {
    blindForDoors = true;
    return this;
  }

  /** Every skill fails. */
  public SketchRobot breakingAll() {
    allBroken = true;
    return this;
  }

  /** Nothing more goes onto this place. */
  public SketchRobot full(String place) {
    full.add(place);
    return this;
  }

  /** The robot has seen every place that stands open, and what is there. */
  public SketchRobot knowing() {
    for (Place place : vocabulary.places()) {
      if (truth.isOpen(place.name())) {
        seen.add(place.name());
        truth.things().stream().filter(t -> t.isAt(place.name())).forEach(t -> known.add(t.id()));
      }
    }
    return this;
  }

  /** The robot holds a thing. */
  public SketchRobot holding(String id) {
    truth.grasp(id);
    return this;
  }

  public SketchRobot opened(String place) {
    truth.setOpen(place, true);
    return this;
  }

  public List<String> executed() {
    return executed;
  }

  public Optional<String> whereIs(String id) {
    return truth.thing(id).flatMap(Thing::place);
  }

  public boolean isOpen(String place) {
    return truth.isOpen(place);
  }

  private void look() {
    truth
        .robotAt()
        .filter(truth::isOpen)
        .ifPresent(
            here -> {
              seen.add(here);
              truth.things().stream().filter(t -> t.isAt(here)).forEach(t -> known.add(t.id()));
            });
  }

  @Override
  public Vocabulary vocabulary() {
    return vocabulary;
  }

  @Override
  public Observation observe() {
    List<ObservedObject> objects =
        truth.things().stream()
            .filter(t -> truth.held().filter(h -> h.id().equals(t.id())).isEmpty())
            .filter(t -> known.contains(t.id()))
            .map(SketchRobot::observed)
            .toList();
    List<PlaceState> places =
        vocabulary.places().stream()
            .map(
                place ->
                    new PlaceState(
                        place,
                        place.kind() == Place.Kind.CLOSABLE && !blindForDoors
                            ? Optional.of(truth.isOpen(place.name()))
                            : Optional.empty(),
                        seen.contains(place.name())
                            ? OptionalDouble.of(1)
                            : OptionalDouble.empty()))
            .toList();
    return new Observation(
        executed.size(),
        Pose.upright(0, 0, 0, 0),
        truth.robotAt(),
        truth.held().map(SketchRobot::observed),
        objects,
        places);
  }

  private static ObservedObject observed(Thing thing) {
    return new ObservedObject(
        thing.id(),
        thing.kind(),
        Pose.upright(0, 0, 0, 0),
        thing.place(),
        0.06,
        0.06,
        0.1,
        1,
        0,
        true);
  }

  @Override
  public SkillResult execute(GroundedSkill skill, Consumer<Progress> progress) {
    executed.add(skill.text());
    if (allBroken || broken.contains(skill.text())) {
      return new SkillResult.Failed(1, FailureReason.BLOCKED_GRASP, "Something is in the way");
    }
    boolean puts = skill.action().startsWith("put");
    if (puts && skill.place().or(truth::robotAt).filter(full::contains).isPresent()) {
      return new SkillResult.Failed(1, FailureReason.NO_ROOM, "There is no room");
    }
    Verdict verdict = RULES.apply(skill, truth);
    look();
    return verdict instanceof Verdict.Impossible no
        ? new SkillResult.Failed(1, no.reason(), no.message())
        : new SkillResult.Succeeded(1, "Done");
  }

  @Override
  public void cancel() {}

  @Override
  public void emergencyStop() {}

  @Override
  public void close() {}
}
