package io.souschef.models.affordance;

import io.souschef.planner.affordance.AffordanceFunction;
import io.souschef.planner.affordance.Attempts;
import io.souschef.skills.GroundedSkill;
import io.souschef.skills.world.Observation;
import io.souschef.skills.world.ObservedObject;
import io.souschef.skills.world.Place;
import io.souschef.skills.world.PlaceState;
import java.util.List;
import java.util.Optional;

/**
 * A value function by rules over the default actions: the baseline that the learned one is measured
 * against, and what {@code --affordance analytic} runs. An action it has no rule for gets an even
 * chance.
 */
public final class AnalyticAffordance implements AffordanceFunction {

  private static final double SURE = 0.97;
  private static final double LIKELY = 0.85;
  private static final double EVEN = 0.5;
  private static final double UNLIKELY = 0.1;
  private static final double NEVER = 0.01;

  /** Widest object a gripper closes on, metres. */
  private static final double GRASP_WIDTH_M = 0.1;

  /** How far from the base an arm reaches, metres. */
  private static final double ARM_M = 1.3;

  @Override
  public String name() {
    return "analytic";
  }

  @Override
  public double[] values(Observation observation, Attempts earlier, List<GroundedSkill> skills) {
    return skills.stream().mapToDouble(skill -> value(observation, skill)).toArray();
  }

  private static double value(Observation now, GroundedSkill skill) {
    String object = skill.object().orElse("");
    String place = skill.place().orElse("");
    return switch (skill.action()) {
      case "find" -> find(now, object);
      case "pick_up" -> graspable(now, object);
      case "put_down" -> holds(now, object) && now.at().isPresent() ? LIKELY : NEVER;
      case "put" -> holds(now, object) && standsAt(now, place) ? receives(now, place) : NEVER;
      case "take_out" ->
          isClosed(now, place) || now.objectsOf(object).noneMatch(o -> isAt(o, place))
              ? NEVER
              : graspable(now, object);
      case "move_near" -> moveNear(now, object, skill.argument("other").orElse(""));
      case "place_upright" -> holds(now, object) ? LIKELY : graspable(now, object) * LIKELY;
      case "knock_over" -> now.held().isEmpty() && accessible(now, object) ? LIKELY : NEVER;
      case "go_to", "done" -> SURE;
      case "bring" -> now.held().isPresent() ? SURE : NEVER;
      case "open", "close" ->
          standsAt(now, place) ? (now.held().isPresent() ? UNLIKELY : LIKELY) : NEVER;
      case "wipe" -> standsAt(now, place) && now.held().isPresent() ? EVEN : NEVER;
      default -> EVEN;
    };
  }

  private static double find(Observation now, String kind) {
    if (holds(now, kind) || now.objectsOf(kind).findAny().isPresent()) {
      return SURE;
    }
    long unseen = now.places().stream().filter(p -> p.lastLookedS().isEmpty()).count();
    return UNLIKELY + EVEN * unseen / Math.max(1, now.places().size());
  }

  private static double graspable(Observation now, String kind) {
    boolean narrow = now.objectsOf(kind).anyMatch(o -> o.widthM() <= GRASP_WIDTH_M);
    return now.held().isPresent() || !narrow || !accessible(now, kind) ? NEVER : LIKELY;
  }

  /** Whether one of the kind is where the robot stands and not behind a door. */
  private static boolean accessible(Observation now, String kind) {
    return now.objectsOf(kind).anyMatch(object -> isHere(now, object) && isOpen(now, object));
  }

  private static boolean isHere(Observation now, ObservedObject object) {
    return object
        .place()
        .map(place -> standsAt(now, place))
        .orElseGet(() -> object.pose().floorDistanceTo(now.base()) < ARM_M);
  }

  private static boolean isOpen(Observation now, ObservedObject object) {
    return object.place().filter(place -> isClosed(now, place)).isEmpty();
  }

  private static boolean standsAt(Observation now, String place) {
    return now.at().filter(place::equals).isPresent();
  }

  private static double moveNear(Observation now, String object, String other) {
    boolean known = holds(now, other) || accessible(now, other);
    return !known ? NEVER : holds(now, object) ? LIKELY : graspable(now, object) * LIKELY;
  }

  private static double receives(Observation now, String place) {
    return isClosed(now, place) ? NEVER : LIKELY;
  }

  private static boolean holds(Observation now, String kind) {
    return now.held().filter(held -> held.kind().equals(kind)).isPresent();
  }

  private static boolean isAt(ObservedObject object, String place) {
    return object.place().filter(place::equals).isPresent();
  }

  private static boolean isClosed(Observation now, String place) {
    Optional<PlaceState> state = now.place(place);
    return state
        .filter(s -> s.place().kind() == Place.Kind.CLOSABLE && !s.open().orElse(false))
        .isPresent();
  }

  @Override
  public void close() {}
}
