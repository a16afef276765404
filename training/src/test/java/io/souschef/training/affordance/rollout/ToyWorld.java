package io.souschef.training.affordance.rollout;

import io.souschef.skills.GroundedSkill;
import io.souschef.skills.execution.Progress;
import io.souschef.skills.execution.Robot;
import io.souschef.skills.execution.SkillResult;
import io.souschef.skills.failure.FailureReason;
import io.souschef.skills.world.Observation;
import io.souschef.skills.world.ObservedObject;
import io.souschef.skills.world.Place;
import io.souschef.skills.world.PlaceState;
import io.souschef.skills.world.Pose;
import io.souschef.skills.world.Vocabulary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A kitchen of a few rules, to learn and to test with: everything it does follows from its state.
 */
public final class ToyWorld implements RolloutWorld {

  private static final List<Place> PLACES =
      List.of(
          place("bench", Place.Kind.SURFACE, 2, 0),
          place("cupboard", Place.Kind.CLOSABLE, -2, 1),
          place("chute", Place.Kind.BIN, 0, -2),
          place("guest", Place.Kind.PERSON, 3, 3));

  private static final List<String> KINDS =
      List.of("coke", "apple", "sponge", "pan", "tea", "banana", "mug", "plate");

  /** Kinds that the hand does not close around. */
  private static final Set<String> WIDE = Set.of("pan", "plate");

  private final Map<String, String> where = new HashMap<>();
  private final Set<String> seen = new HashSet<>();
  private @Nullable String held;
  private String at = "bench";
  private boolean open;
  private double timeS;

  private ToyWorld() {}

  /** Every kind once, at a place that the seed chooses. */
  public static ToyWorld create(long seed) {
    ToyWorld world = new ToyWorld();
    Random random = new Random(seed);
    world.open = random.nextBoolean();
    for (String kind : KINDS) {
      world.where.put(kind, PLACES.get(random.nextInt(3)).name());
    }
    world.look();
    return world;
  }

  private static Place place(String name, Place.Kind kind, double x, double y) {
    return new Place(name, kind, Pose.upright(x, y, 0.8, 0), 1.2, 0.6);
  }

  @Override
  public Robot robot() {
    return new ToyRobot();
  }

  @Override
  public RolloutWorld fork() {
    ToyWorld copy = new ToyWorld();
    copy.where.putAll(where);
    copy.seen.addAll(seen);
    copy.held = held;
    copy.at = at;
    copy.open = open;
    copy.timeS = timeS;
    return copy;
  }

  @Override
  public Set<String> kinds() {
    return where.keySet();
  }

  @Override
  public void close() {}

  private void look() {
    where.forEach(
        (kind, place) -> {
          if (place.equals(at) && (open || !place.equals("cupboard"))) {
            seen.add(kind);
          }
        });
  }

  private boolean reachable(String kind) {
    return seen.contains(kind) && (open || !"cupboard".equals(where.get(kind)));
  }

  private @Nullable FailureReason run(GroundedSkill skill) {
    String kind = skill.object().orElse("");
    String place = skill.place().orElse("");
    return switch (skill.action()) {
      case "find" -> find(kind);
      case "pick_up", "take_out" -> grasp(kind);
      case "put", "put_down" -> put(kind, place);
      case "go_to" -> goTo(place);
      case "open", "close" -> move(skill.action().equals("open"));
      case "done" -> null;
      default -> held == null ? FailureReason.HAND_EMPTY : null;
    };
  }

  private @Nullable FailureReason find(String kind) {
    seen.add(kind);
    return null;
  }

  private @Nullable FailureReason grasp(String kind) {
    if (held != null) {
      return FailureReason.HAND_FULL;
    }
    if (!reachable(kind)) {
      return FailureReason.NOT_FOUND;
    }
    if (WIDE.contains(kind)) {
      return FailureReason.TOO_WIDE;
    }
    held = kind;
    where.remove(kind);
    return null;
  }

  private @Nullable FailureReason put(String kind, String place) {
    if (!kind.equals(held)) {
      return FailureReason.HAND_EMPTY;
    }
    if (place.equals("cupboard") && !open) {
      return FailureReason.CLOSED;
    }
    at = place.isEmpty() ? at : place;
    where.put(kind, at);
    held = null;
    return null;
  }

  private @Nullable FailureReason goTo(String place) {
    at = place;
    return null;
  }

  private @Nullable FailureReason move(boolean toOpen) {
    if (held != null) {
      return FailureReason.HAND_FULL;
    }
    open = toOpen;
    return null;
  }

  private final class ToyRobot implements Robot {

    @Override
    public Vocabulary vocabulary() {
      return new Vocabulary(
          KINDS.stream().map(noun -> new Vocabulary.Kind(noun, noun + "s", true)).toList(), PLACES);
    }

    @Override
    public Observation observe() {
      List<ObservedObject> objects = new ArrayList<>();
      for (String kind : KINDS) {
        if (seen.contains(kind) && where.containsKey(kind)) {
          objects.add(object(kind, Optional.ofNullable(where.get(kind))));
        }
      }
      String inHand = held;
      return new Observation(
          timeS,
          Pose.upright(0, 0, 0, 0),
          Optional.of(at),
          inHand == null ? Optional.empty() : Optional.of(object(inHand, Optional.empty())),
          objects,
          PLACES.stream().map(this::state).toList());
    }

    private PlaceState state(Place place) {
      Optional<Boolean> isOpen =
          place.kind() == Place.Kind.CLOSABLE ? Optional.of(open) : Optional.empty();
      return new PlaceState(place, isOpen, OptionalDouble.empty());
    }

    private ObservedObject object(String kind, Optional<String> place) {
      double widthM = WIDE.contains(kind) ? 0.25 : 0.06;
      return new ObservedObject(
          kind + "-1",
          kind,
          Pose.upright(1, KINDS.indexOf(kind) * 0.3, 0.86, 0),
          place,
          widthM,
          widthM,
          0.12,
          0.9,
          timeS,
          true);
    }

    @Override
    public SkillResult execute(GroundedSkill skill, Consumer<Progress> progress) {
      timeS += 5;
      FailureReason reason = run(skill);
      look();
      return reason == null
          ? new SkillResult.Succeeded(5, "done")
          : new SkillResult.Failed(5, reason, reason.words());
    }

    @Override
    public void cancel() {}

    @Override
    public void emergencyStop() {}

    @Override
    public void close() {}
  }
}
