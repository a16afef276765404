package io.souschef.training.affordance.rollout;

import io.souschef.skills.GroundedSkill;
import io.souschef.skills.execution.SkillResult;
import io.souschef.skills.world.Observation;
import io.souschef.skills.world.ObservedObject;
import io.souschef.skills.world.Place;
import io.souschef.skills.world.PlaceState;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What episodes do: follow a small task step by step as a sensible planner would, and now and then
 * something at random, so that the states are those of real episodes and of episodes gone astray.
 */
final class BehaviorPolicy {

  private static final double RANDOM_SHARE = 0.2;
  private static final int STEPS_PER_TASK = 7;

  private enum Purpose {
    BRING,
    PUT,
    HOLD,
    UPRIGHT,
    KNOCK,
    NEAR,
    WIPE,
    OPEN,
    CLOSE
  }

  private record Task(Purpose purpose, String kind, String other, String place) {}

  private final RandomGenerator random;
  private final SkillSampler sampler;
  private final List<String> cleaning;
  private @Nullable Task task;
  private int stepsLeft;

  /**
   * @param cleaning kinds that one can wipe with; none where nothing is to be wiped
   */
  BehaviorPolicy(RandomGenerator random, SkillSampler sampler, List<String> cleaning) {
    this.cleaning = List.copyOf(cleaning);
    this.random = random;
    this.sampler = sampler;
  }

  GroundedSkill next(Observation now, List<GroundedSkill> candidates) {
    if (random.nextDouble() < RANDOM_SHARE) {
      return sampler.one(now, candidates);
    }
    if (task == null || stepsLeft-- <= 0) {
      task = draw(now, candidates);
      stepsLeft = STEPS_PER_TASK;
    }
    Task current = task;
    return step(now, current, candidates).orElseGet(() -> sampler.one(now, candidates));
  }

  /** Takes note of how the step ended; a task is over when its last step or a search is. */
  void learn(GroundedSkill executed, SkillResult result) {
    Task current = task;
    if (current == null) {
      return;
    }
    boolean reached = result.succeeded() && executed.action().equals(lastAction(current));
    boolean lost = !result.succeeded() && executed.action().equals("find");
    if (reached || lost) {
      task = null;
    }
  }

  private static String lastAction(Task task) {
    return switch (task.purpose()) {
      case BRING -> "bring";
      case PUT -> "put";
      case HOLD -> "pick_up";
      case UPRIGHT -> "place_upright";
      case KNOCK -> "knock_over";
      case NEAR -> "move_near";
      case WIPE -> "wipe";
      case OPEN -> "open";
      case CLOSE -> "close";
    };
  }

  private Task draw(Observation now, List<GroundedSkill> candidates) {
    Purpose purpose = Purpose.values()[random.nextInt(Purpose.values().length)];
    if (random.nextDouble() < 0.35) {
      purpose = Purpose.PUT;
    }
    Optional<String> held = now.held().map(ObservedObject::kind);
    if (held.filter(cleaning::contains).isPresent() && random.nextBoolean()) {
      purpose = Purpose.WIPE;
    }
    String place =
        switch (purpose) {
          case WIPE -> argument(candidates, "wipe", "place");
          case OPEN, CLOSE -> argument(candidates, "open", "place");
          default -> argument(candidates, "put", "place");
        };
    String kind = kind(now, candidates);
    if (purpose == Purpose.WIPE && !cleaning.isEmpty()) {
      kind = held.filter(cleaning::contains).orElseGet(() -> sampler.any(cleaning));
    }
    return new Task(purpose, kind, kind(now, candidates), place);
  }

  private String kind(Observation now, List<GroundedSkill> candidates) {
    if (now.held().isPresent() && random.nextDouble() < 0.7) {
      return now.held().get().kind();
    }
    if (!now.objects().isEmpty() && random.nextDouble() < 0.9) {
      return sampler.any(now.objects()).kind();
    }
    return argument(candidates, "find", "object");
  }

  private String argument(List<GroundedSkill> candidates, String action, String name) {
    List<String> values =
        candidates.stream()
            .filter(skill -> skill.action().equals(action))
            .flatMap(skill -> skill.argument(name).stream())
            .toList();
    return values.isEmpty() ? "" : sampler.any(values);
  }

  private Optional<GroundedSkill> step(
      Observation now, Task current, List<GroundedSkill> candidates) {
    return switch (current.purpose()) {
      case OPEN -> there(now, candidates, current.place(), "open");
      case CLOSE -> there(now, candidates, current.place(), "close");
      case KNOCK ->
          knows(now, current.kind()) && !isElsewhere(now, current.kind())
              ? find(candidates, "knock_over", of(current.kind()))
              : find(candidates, "find", of(current.kind()));
      default -> withObject(now, current, candidates);
    };
  }

  private Optional<GroundedSkill> withObject(
      Observation now, Task current, List<GroundedSkill> candidates) {
    String kind = current.kind();
    Optional<ObservedObject> held = now.held();
    if (held.isPresent() && !held.get().kind().equals(kind)) {
      return random.nextBoolean()
          ? find(candidates, "put_down", of(held.get().kind()))
          : find(
              candidates,
              "put",
              of(held.get().kind()).and(at(argument(candidates, "put", "place"))));
    }
    if (held.isPresent()) {
      return finish(now, current, candidates);
    }
    if (!knows(now, kind)) {
      return find(candidates, "find", of(kind));
    }
    if (current.purpose() == Purpose.PUT && isShut(now, current.place()) && random.nextInt(4) > 0) {
      return there(now, candidates, current.place(), "open");
    }
    return grasp(now, kind, candidates);
  }

  private Optional<GroundedSkill> finish(
      Observation now, Task current, List<GroundedSkill> candidates) {
    if (current.purpose() == Purpose.PUT || current.purpose() == Purpose.WIPE) {
      return there(
          now, candidates, current.place(), current.purpose() == Purpose.PUT ? "put" : "wipe");
    }
    Predicate<GroundedSkill> object = of(current.kind());
    return switch (current.purpose()) {
      case BRING -> find(candidates, "bring", skill -> true);
      case UPRIGHT -> find(candidates, "place_upright", object);
      case NEAR ->
          find(
              candidates,
              "move_near",
              object.and(s -> s.argument("other").filter(current.other()::equals).isPresent()));
      case PUT, WIPE, HOLD, KNOCK, OPEN, CLOSE -> Optional.empty();
    };
  }

  private Optional<GroundedSkill> grasp(
      Observation now, String kind, List<GroundedSkill> candidates) {
    if (isElsewhere(now, kind) && random.nextInt(8) > 0) {
      String place = place(now, kind).orElse("");
      return random.nextBoolean()
          ? find(candidates, "find", of(kind))
          : find(candidates, "go_to", at(place));
    }
    Optional<String> closable = place(now, kind).filter(place -> isClosable(now, place));
    if (closable.isPresent()) {
      return isShut(now, closable.get())
          ? find(candidates, "open", at(closable.get()))
          : find(candidates, "take_out", of(kind).and(at(closable.get())));
    }
    return find(candidates, "pick_up", of(kind));
  }

  /** The skill at a place, after driving there; now and then without. */
  private Optional<GroundedSkill> there(
      Observation now, List<GroundedSkill> candidates, String place, String action) {
    boolean arrived = now.at().filter(place::equals).isPresent();
    if (!arrived && random.nextInt(8) > 0) {
      return find(candidates, "go_to", at(place));
    }
    Optional<String> kind = now.held().map(ObservedObject::kind);
    return find(
        candidates,
        action,
        at(place).and(skill -> skill.object().isEmpty() || skill.object().equals(kind)));
  }

  private static Optional<String> place(Observation now, String kind) {
    return now.objectsOf(kind).findFirst().flatMap(ObservedObject::place);
  }

  /** Whether none of the kind is where the robot stands. */
  private static boolean isElsewhere(Observation now, String kind) {
    return now.objectsOf(kind).noneMatch(object -> object.place().equals(now.at()));
  }

  private static Optional<GroundedSkill> find(
      List<GroundedSkill> candidates, String action, Predicate<GroundedSkill> condition) {
    return candidates.stream()
        .filter(skill -> skill.action().equals(action))
        .filter(condition)
        .findFirst();
  }

  private static Predicate<GroundedSkill> of(String kind) {
    return skill -> skill.object().filter(kind::equals).isPresent();
  }

  private static Predicate<GroundedSkill> at(String place) {
    return skill -> skill.place().filter(place::equals).isPresent();
  }

  private static boolean knows(Observation now, String kind) {
    return now.objectsOf(kind).findAny().isPresent()
        || now.held().filter(held -> held.kind().equals(kind)).isPresent();
  }

  private static boolean isClosable(Observation now, String place) {
    return now.place(place)
        .filter(state -> state.place().kind() == Place.Kind.CLOSABLE)
        .isPresent();
  }

  private static boolean isShut(Observation now, String place) {
    Optional<PlaceState> state = now.place(place);
    return isClosable(now, place) && !state.flatMap(PlaceState::open).orElse(false);
  }
}
