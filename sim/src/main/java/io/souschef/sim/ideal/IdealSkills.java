package io.souschef.sim.ideal;

import io.souschef.sim.body.RobotModel;
import io.souschef.sim.goal.WorldObject;
import io.souschef.sim.kitchen.Shape;
import io.souschef.sim.kitchen.Site;
import io.souschef.skills.GroundedSkill;
import io.souschef.skills.execution.FailureReason;
import io.souschef.skills.world.Place;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The preconditions and effects of every skill: those of the simulated body, without chance. */
final class IdealSkills {

  private final IdealWorld world;
  private final IdealEyes eyes;

  IdealSkills(IdealWorld world, IdealEyes eyes) {
    this.world = world;
    this.eyes = eyes;
  }

  /** How it went: a sentence, and the reason when it failed. */
  record Outcome(Optional<FailureReason> reason, String message) {

    private static Outcome done(String message) {
      return new Outcome(Optional.empty(), message);
    }

    private static Outcome failed(FailureReason reason, String message) {
      return new Outcome(Optional.of(reason), message);
    }
  }

  Outcome perform(GroundedSkill skill) {
    String object = skill.object().orElse("");
    String place = skill.place().orElse("");
    return switch (skill.action()) {
      case "find" -> find(object);
      case "pick_up" -> withEmptyHand(object, Optional.empty(), this::grasp);
      case "take_out" -> takeOut(object, place);
      case "put_down" -> putDown(object, world.robotAt());
      case "put" -> putDown(object, Optional.of(place));
      case "move_near" ->
          withEmptyHand(
              object, Optional.empty(), o -> moveNear(o, skill.argument("other").orElse("")));
      case "place_upright" -> withEmptyHand(object, Optional.empty(), this::standUp);
      case "knock_over" -> withEmptyHand(object, Optional.empty(), this::knockOver);
      case "go_to" -> goTo(place);
      case "bring" -> bring();
      case "open" -> setOpen(place, true);
      case "close" -> setOpen(place, false);
      case "wipe" -> wipe(place);
      case GroundedSkill.DONE -> Outcome.done("Done");
      default ->
          Outcome.failed(
              FailureReason.REJECTED, "This robot has no skill '%s'".formatted(skill.action()));
    };
  }

  private Outcome find(String noun) {
    Optional<WorldObject> found =
        eyes.known(world, noun).stream()
            .filter(object -> object.place().map(world::isOpen).orElse(true))
            .min(
                Comparator.<WorldObject>comparingInt(o -> world.isDelivered(o) ? 1 : 0)
                    .thenComparing(object -> world.isHere(object) ? 0 : 1))
            .filter(object -> !world.isDelivered(object))
            .or(() -> eyes.findable(world, noun).filter(object -> !world.isDelivered(object)))
            .or(() -> eyes.findable(world, noun));
    if (found.isEmpty()) {
      return Outcome.failed(
          FailureReason.NOT_FOUND, "Looked everywhere and saw no %s".formatted(noun));
    }
    WorldObject object = found.get();
    if (object.place().isPresent()) {
      if (!world.isHere(object)) {
        world.driveTo(object.place().get());
      }
    } else {
      world.driveNear(object);
    }
    return Outcome.done("Found the %s".formatted(noun));
  }

  /** A skill on an object that the robot knows to be here, with a free hand. */
  private interface OnObject {
    Outcome apply(WorldObject object);
  }

  private Outcome withEmptyHand(String noun, Optional<String> inPlace, OnObject effect) {
    if (world.held().isPresent()) {
      return Outcome.failed(
          FailureReason.HAND_FULL,
          "The hand already holds the %s".formatted(world.held().get().kind().noun()));
    }
    List<WorldObject> known = eyes.known(world, noun);
    if (known.isEmpty()) {
      return Outcome.failed(FailureReason.NOT_FOUND, "No %s has been seen".formatted(noun));
    }
    Optional<WorldObject> here =
        known.stream()
            .filter(world::isHere)
            .filter(o -> inPlace.isEmpty() || inPlace.equals(o.place()))
            .min(Comparator.comparingInt(o -> world.isDelivered(o) ? 1 : 0));
    if (here.isEmpty()) {
      return Outcome.failed(
          FailureReason.UNREACHABLE, "The %s is too far from here".formatted(noun));
    }
    WorldObject object = here.get();
    if (object.place().isPresent() && !world.isOpen(object.place().get())) {
      return Outcome.failed(
          FailureReason.CLOSED, "The %s is closed".formatted(object.place().get()));
    }
    if (object.kind().isSpill()) {
      return Outcome.failed(FailureReason.REJECTED, "A %s cannot be taken".formatted(noun));
    }
    return effect.apply(object);
  }

  private Outcome grasp(WorldObject object) {
    Optional<Outcome> refusal = ungraspable(object);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    world.grasp(object);
    return Outcome.done("Picked up the %s".formatted(object.kind().noun()));
  }

  private static Optional<Outcome> ungraspable(WorldObject object) {
    Shape shape = object.kind().shape();
    boolean lies = object.pose().tilt() > 0.5;
    double along = lies ? shape.zM() : shape.xM();
    String noun = object.kind().noun();
    if (Math.min(along, shape.yM()) > RobotModel.MAX_GRASP_M) {
      return Optional.of(
          Outcome.failed(
              FailureReason.TOO_WIDE, "The %s is wider than the hand opens".formatted(noun)));
    }
    if (object.kind().massKg() > RobotModel.MAX_LOAD_KG) {
      return Optional.of(
          Outcome.failed(FailureReason.TOO_HEAVY, "The %s is too heavy to lift".formatted(noun)));
    }
    return Optional.empty();
  }

  private Outcome takeOut(String noun, String place) {
    if (world.robotAt().filter(place::equals).isPresent() && !world.isOpen(place)) {
      return Outcome.failed(FailureReason.CLOSED, "The %s is closed".formatted(place));
    }
    return withEmptyHand(noun, Optional.of(place), this::grasp);
  }

  private Outcome putDown(String noun, Optional<String> place) {
    Optional<Outcome> refusal = notHolding(noun);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    if (place.isEmpty() || !place.equals(world.robotAt())) {
      return Outcome.failed(
          FailureReason.UNREACHABLE,
          "The robot does not stand at the %s".formatted(place.orElse("place to put things")));
    }
    if (!world.isOpen(place.get())) {
      return Outcome.failed(FailureReason.CLOSED, "The %s is closed".formatted(place.get()));
    }
    WorldObject held = world.held().orElseThrow();
    Site site = world.site(place.get());
    if (!world.put(held, site.name())) {
      return Outcome.failed(FailureReason.NO_ROOM, "There is no room " + site.place().where());
    }
    return Outcome.done("Put the %s %s".formatted(held.kind().noun(), site.place().where()));
  }

  private Optional<Outcome> notHolding(String noun) {
    Optional<String> held = world.held().map(object -> object.kind().noun());
    if (held.isEmpty()) {
      return Optional.of(Outcome.failed(FailureReason.HAND_EMPTY, "There is nothing in the hand"));
    }
    if (!noun.isEmpty() && !held.get().equals(noun)) {
      return Optional.of(
          Outcome.failed(
              FailureReason.HAND_EMPTY,
              "There is no %s in the hand but the %s".formatted(noun, held.get())));
    }
    return Optional.empty();
  }

  private Outcome moveNear(WorldObject object, String other) {
    Optional<WorldObject> target =
        eyes.known(world, other).stream()
            .filter(o -> !o.id().equals(object.id()))
            .filter(o -> o.place().map(world::isOpen).orElse(true))
            .min(Comparator.comparingInt(o -> o.place().equals(object.place()) ? 0 : 1));
    if (target.isEmpty()) {
      return Outcome.failed(FailureReason.NOT_FOUND, "No %s has been seen".formatted(other));
    }
    Optional<Outcome> refusal = ungraspable(object);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    if (!world.putNear(object, target.get())) {
      return Outcome.failed(FailureReason.NO_ROOM, "There is no room near the %s".formatted(other));
    }
    Optional<String> there = target.get().place();
    if (there.isPresent() && !there.equals(world.robotAt())) {
      world.driveTo(there.get());
    }
    return Outcome.done("Moved the %s near the %s".formatted(object.kind().noun(), other));
  }

  private Outcome standUp(WorldObject object) {
    if (!object.isUpright()) {
      Optional<Outcome> refusal = ungraspable(object);
      if (refusal.isPresent()) {
        return refusal.get();
      }
      world.standUp(object);
    }
    return Outcome.done("The %s stands".formatted(object.kind().noun()));
  }

  private Outcome knockOver(WorldObject object) {
    world.layDown(object);
    return Outcome.done("The %s lies on its side".formatted(object.kind().noun()));
  }

  private Outcome goTo(String place) {
    world.driveTo(place);
    return Outcome.done("Stopped at the %s".formatted(place));
  }

  private Outcome bring() {
    Optional<Outcome> refusal = notHolding("");
    if (refusal.isPresent()) {
      return refusal.get();
    }
    String person =
        world.kitchen().sites().stream()
            .filter(site -> site.place().kind() == Place.Kind.PERSON)
            .map(Site::name)
            .findFirst()
            .orElseThrow();
    world.driveTo(person);
    return Outcome.done(
        "Brought the %s to the %s".formatted(world.held().orElseThrow().kind().noun(), person));
  }

  private Outcome setOpen(String place, boolean open) {
    if (world.robotAt().filter(place::equals).isEmpty()) {
      return Outcome.failed(
          FailureReason.UNREACHABLE, "The robot does not stand at the %s".formatted(place));
    }
    if (world.isOpen(place) != open && world.held().isPresent()) {
      return Outcome.failed(
          FailureReason.HAND_FULL,
          "The hand holds the %s and cannot take the handle"
              .formatted(world.held().get().kind().noun()));
    }
    world.setOpen(place, open);
    return Outcome.done("The %s is %s".formatted(place, open ? "open" : "closed"));
  }

  private Outcome wipe(String place) {
    Optional<WorldObject> cloth =
        world.held().filter(object -> object.kind().attributes().contains("absorbent"));
    if (cloth.isEmpty()) {
      return Outcome.failed(FailureReason.HAND_EMPTY, "There is nothing to wipe with in the hand");
    }
    if (world.robotAt().filter(place::equals).isEmpty()) {
      return Outcome.failed(
          FailureReason.UNREACHABLE, "The robot does not stand at the %s".formatted(place));
    }
    world.wipe(place);
    return Outcome.done("Wiped the %s with the %s".formatted(place, cloth.get().kind().noun()));
  }
}
