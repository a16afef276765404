package io.souschef.training.language.corpus.episode;

import io.souschef.training.language.corpus.scene.Kitchen;
import io.souschef.training.language.corpus.scene.Thing;
import io.souschef.training.language.corpus.scene.Wanted;
import io.souschef.training.language.corpus.scene.World;
import io.souschef.training.language.corpus.wording.Bindings;
import io.souschef.training.language.corpus.wording.SkillWords;
import io.souschef.training.language.text.Goal;
import io.souschef.training.language.text.Goal.Verb;
import io.souschef.training.language.text.lexicon.Constraint;
import io.souschef.training.language.text.lexicon.Lexicon;
import io.souschef.training.language.text.lexicon.Noun;
import io.souschef.training.language.text.lexicon.Spot;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** Works out the steps towards the goals of a program, in the symbolic world, as they come. */
public final class GoalPlanner {

  static final Set<String> TOOL = Set.of("cleaning", "absorbent", "soft");
  private static final int MOST_OF_ALL = 6;

  private final World world;
  private final Lexicon lexicon;
  private final SymbolicRobot robot;
  private final Fetching fetching;
  private final Bindings bindings;
  private final Set<Thing> handled = new HashSet<>();
  private final Set<Spot> openedToStow = new HashSet<>();
  private final Map<String, Set<Noun>> takenFor = new HashMap<>();

  public GoalPlanner(
      World world,
      Lexicon lexicon,
      SkillWords words,
      SymbolicRobot robot,
      Bindings bindings,
      RandomGenerator random) {
    this.world = world;
    this.lexicon = lexicon;
    this.robot = robot;
    this.bindings = bindings;
    this.fetching = new Fetching(world, words, robot, random);
  }

  /** Takes every step, {@code done} last. */
  public void run(List<Goal> goals, EpisodeWriter writer) {
    for (int i = 0; i < goals.size() && !writer.isFull(); i++) {
      Optional<Goal> next = i + 1 < goals.size() ? Optional.of(goals.get(i + 1)) : Optional.empty();
      pursue(goals.get(i), next);
    }
    robot.done();
  }

  private void pursue(Goal goal, Optional<Goal> next) {
    switch (goal.verb()) {
      case NONE -> {}
      case HAVE ->
          throw new IllegalStateException("Programs that count what is there are no episodes");
      case VISIT -> {
        if (!robot.standsAt(place(goal))) {
          robot.goTo(place(goal));
        }
      }
      case OPEN -> open(place(goal));
      case CLOSE -> {
        if (world.open.contains(place(goal))) {
          approach(place(goal));
          robot.close(place(goal));
        }
      }
      case WIPE -> wipe(place(goal));
      case FIND -> fetching.locate(wanted(goal), handled);
      case PICK -> take(goal);
      case RELEASE -> {
        if (world.held != null) {
          handled.add(world.held);
          robot.putDown();
        }
      }
      case UPRIGHT, KNOCK -> {
        freeHand();
        String action = goal.verb() == Verb.UPRIGHT ? "place_upright" : "knock_over";
        fetching.locate(wanted(goal), handled).ifPresent(thing -> robot.push(action, thing));
      }
      case NEAR -> near(goal);
      case BRING, MOVE, STOW, DISCARD, RECYCLE, COMPOST -> carry(goal, next);
    }
  }

  private void carry(Goal goal, Optional<Goal> next) {
    Spot target = target(goal);
    int most = goal.count() == Goal.ALL ? MOST_OF_ALL : goal.count();
    for (int i = 0; i < most; i++) {
      if (i > 0 && goal.count() == Goal.ALL && !anyLeft(goal, target)) {
        break;
      }
      if (target.opens() && !world.open.contains(target)) {
        open(target);
        openedToStow.add(target);
      }
      Optional<Thing> taken = take(goal);
      if (taken.isEmpty()) {
        break;
      }
      deliver(goal.verb(), taken.get(), target);
    }
    boolean staysOpen =
        next.filter(n -> n.verb() == Verb.STOW || n.verb() == Verb.CLOSE)
            .flatMap(Goal::place)
            .flatMap(bindings::place)
            .filter(target::equals)
            .isPresent();
    if (!staysOpen && openedToStow.remove(target)) {
      approach(target);
      robot.close(target);
    }
  }

  private void deliver(Verb verb, Thing thing, Spot target) {
    handled.add(thing);
    if (verb == Verb.BRING) {
      robot.bring(target);
    } else {
      approach(target);
    }
    if (world.held == null) {
      return; // It was dropped on the way for good.
    }
    if (target.opens()) {
      robot.putIn(target);
    } else {
      robot.putDown();
    }
  }

  private Optional<Thing> take(Goal goal) {
    Wanted wanted = wanted(goal);
    Thing held = world.held;
    Optional<Thing> taken;
    if (held != null && wanted.nouns().contains(held.noun) && !handled.contains(held)) {
      taken = Optional.of(held);
    } else {
      freeHand();
      taken = fetching.take(wanted, avoiding(goal));
    }
    taken.ifPresent(
        thing ->
            takenFor
                .computeIfAbsent(goal.object().orElseThrow(), name -> new HashSet<>())
                .add(thing.noun));
    return taken;
  }

  /** Things that are done with: delivered before, or already where they should be. */
  private Set<Thing> avoiding(Goal goal) {
    Set<Thing> avoid = new HashSet<>(handled);
    if (goal.verb() != Verb.PICK) {
      Spot target = target(goal);
      world.things.stream().filter(thing -> thing.place.equals(target)).forEach(avoid::add);
    }
    world.things.stream().filter(thing -> repeats(goal, thing.noun)).forEach(avoid::add);
    return avoid;
  }

  /** Whether another kind is asked for, or better where several of one description are. */
  private boolean repeats(Goal goal, Noun noun) {
    String name = goal.object().orElseThrow();
    boolean differs =
        bindings.variable(name).differsFrom().stream()
            .anyMatch(other -> takenFor.getOrDefault(other, Set.of()).contains(noun));
    Set<Noun> before = takenFor.getOrDefault(name, Set.of());
    boolean another =
        goal.count() != Goal.ALL
            && before.contains(noun)
            && world.things.stream()
                .anyMatch(
                    thing ->
                        thing.seen
                            && !handled.contains(thing)
                            && !before.contains(thing.noun)
                            && wanted(goal).admits(thing));
    return differs || another;
  }

  private boolean anyLeft(Goal goal, Spot target) {
    Wanted wanted = wanted(goal);
    return world.things.stream()
        .anyMatch(
            thing ->
                thing.seen
                    && !handled.contains(thing)
                    && !thing.place.equals(target)
                    && wanted.admits(thing));
  }

  private void wipe(Spot place) {
    Thing held = world.held;
    if (held == null || !held.noun.attributes().containsAll(TOOL)) {
      freeHand();
      List<Noun> tools = lexicon.nouns(new Constraint(TOOL, Set.of())).toList();
      if (fetching.take(new Wanted(tools, Optional.empty()), Set.of()).isEmpty()) {
        return;
      }
    }
    approach(place);
    if (world.held != null) {
      robot.wipe(place);
    }
  }

  /** The skill itself takes the object, so the hand must be free. */
  private void near(Goal goal) {
    freeHand();
    Wanted other = bindings.wanted(goal.other().orElseThrow());
    Optional<Thing> neighbour =
        world.things.stream().filter(thing -> thing.seen && other.admits(thing)).findFirst();
    if (neighbour.isEmpty()) {
      neighbour = fetching.locate(other, handled);
    }
    Optional<Thing> thing = fetching.locate(wanted(goal), Set.of());
    if (thing.isPresent() && neighbour.isPresent()) {
      robot.moveNear(thing.get(), neighbour.get());
    }
  }

  private void open(Spot place) {
    if (!world.open.contains(place)) {
      freeHand();
      approach(place);
      robot.open(place);
    }
  }

  private void approach(Spot place) {
    if (!robot.standsAt(place)) {
      robot.goTo(place);
    }
  }

  /** Puts down what is in the way of the next task. */
  private void freeHand() {
    if (world.held != null) {
      robot.putDown();
    }
  }

  private Wanted wanted(Goal goal) {
    return bindings.wanted(goal.object().orElseThrow());
  }

  private Spot place(Goal goal) {
    return goal.place().flatMap(bindings::place).orElseThrow();
  }

  private Spot target(Goal goal) {
    return switch (goal.verb()) {
      case BRING -> lexicon.spot(Kitchen.USER).orElseThrow();
      case DISCARD -> bin("trash");
      case RECYCLE -> bin("recycling");
      case COMPOST -> bin("compost");
      default -> place(goal);
    };
  }

  private Spot bin(String attribute) {
    return lexicon
        .spots(new Constraint(Set.of("bin", attribute), Set.of()))
        .findFirst()
        .orElseThrow();
  }

  /** Words for all kinds that would do. */
  static Set<String> alternatives(SkillWords words, List<Noun> nouns) {
    return nouns.stream().map(noun -> words.of("find", noun)).collect(Collectors.toSet());
  }
}
