package io.souschef.training.language.corpus;

import io.souschef.training.language.text.Constraint;
import io.souschef.training.language.text.Goal;
import io.souschef.training.language.text.Goal.Verb;
import io.souschef.training.language.text.Lexicon;
import io.souschef.training.language.text.Noun;
import io.souschef.training.language.text.Program;
import io.souschef.training.language.text.Spot;
import io.souschef.training.language.text.Variable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * Lays out the world around a request: what it speaks of, what else stands there, what is known.
 */
final class Layout {

  private static final int MOST_CLUTTER = 16;
  private static final double TEMPTING = 0.7;
  private static final double MENTIONED = 0.85;
  private static final double ALL_SEEN = 0.62;
  private static final double TARGET_SEEN = 0.5;
  private static final double RARE = 0.15;
  private static final double NEXT_COMMON = 0.6;
  private static final double LOOKED_BEFORE = 0.15;
  private static final double HELD = 0.13;
  private static final double ARRIVED = 0.25;
  private static final double ABSENT = 0.06;

  private final Lexicon lexicon;
  private final Bindings bindings;
  private final Program program;
  private final RandomGenerator random;
  private final List<Spot> places;
  private final World world;
  private final boolean told;
  private final boolean allSeen;

  private Layout(
      Lexicon lexicon, Bindings bindings, Program program, boolean told, RandomGenerator random) {
    this.lexicon = lexicon;
    this.bindings = bindings;
    this.program = program;
    this.random = random;
    this.places = places();
    this.world = new World(places);
    this.told = told;
    this.allSeen = !told || Choose.chance(ALL_SEEN, random);
  }

  /**
   * Lays out a scene.
   *
   * @param told whether the scene will be told; without, nothing but what the request needs is
   *     there
   */
  static World of(
      Lexicon lexicon, Bindings bindings, Program program, boolean told, RandomGenerator random) {
    Layout layout = new Layout(lexicon, bindings, program, told, random);
    layout.placeWhatIsWanted();
    layout.placeWhatIsMentioned();
    if (told) {
      layout.addTemptations();
      layout.addClutter();
    }
    layout.start();
    if (!told) {
      layout.world.things.forEach(thing -> thing.seen = true);
    }
    layout.shuffle();
    return layout.world;
  }

  private List<Spot> places() {
    Set<Spot> chosen = new HashSet<>();
    program.variables().keySet().forEach(name -> bindings.place(name).ifPresent(chosen::add));
    List<Spot> usable =
        lexicon.spots().stream()
            .filter(
                spot ->
                    spot.attributes().stream().anyMatch(Set.of("surface", "container")::contains))
            .filter(spot -> !spot.attributes().contains("bin"))
            .toList();
    List<Spot> list = new ArrayList<>(chosen);
    Choose.some(usable, 4 + random.nextInt(4), random).stream()
        .filter(spot -> !chosen.contains(spot))
        .forEach(list::add);
    return list;
  }

  private void placeWhatIsWanted() {
    for (Goal goal : program.goals()) {
      boolean perhapsAbsent = told && Choose.chance(ABSENT, random);
      if (goal.object().isEmpty() || perhapsAbsent) {
        if (goal.verb() == Verb.WIPE && !perhapsAbsent) {
          addTool();
        }
        continue;
      }
      Variable variable = bindings.variable(goal.object().get());
      Wanted wanted = bindings.wanted(variable.name());
      long there = world.things.stream().filter(wanted::admits).count();
      long needed =
          goal.count() == Goal.ALL
              ? (told ? 1 + random.nextInt(3) : 2 + random.nextInt(2))
              : goal.count();
      Set<Noun> used = new HashSet<>();
      for (long i = there; i < needed; i++) {
        List<Noun> fresh = wanted.nouns().stream().filter(n -> !used.contains(n)).toList();
        Noun noun = typical(fresh.isEmpty() ? wanted.nouns() : fresh);
        used.add(noun);
        add(
            noun,
            wanted.at().orElseGet(() -> somewhere(goal)),
            allSeen || Choose.chance(TARGET_SEEN, random));
      }
      if (told && wanted.nouns().size() > 1 && Choose.chance(0.3, random)) {
        add(
            Choose.one(wanted.nouns(), random),
            wanted.at().orElseGet(() -> somewhere(goal)),
            allSeen);
      }
      if (goal.other().isPresent()) {
        add(Choose.one(bindings.wanted(goal.other().get()).nouns(), random), somewhere(goal), true);
      }
    }
  }

  /**
   * One of the kinds that would do. Untold, people mean what is common: that is what stands in the
   * default kitchen, and what comes first in the lexicon.
   */
  private Noun typical(List<Noun> nouns) {
    if (told) {
      return Choose.one(nouns, random);
    }
    List<Noun> common = nouns.stream().filter(noun -> Kitchen.hasObject(noun.singular())).toList();
    List<Noun> choices = common.isEmpty() || Choose.chance(RARE, random) ? nouns : common;
    int i = 0;
    while (i + 1 < choices.size() && Choose.chance(NEXT_COMMON, random)) {
      i++;
    }
    return choices.get(i);
  }

  private void addTool() {
    Optional.of(lexicon.nouns(new Constraint(GoalPlanner.TOOL, Set.of())).toList())
        .filter(tools -> !tools.isEmpty())
        .map(this::typical)
        .ifPresent(
            tool ->
                add(
                    tool,
                    surface(Optional.empty()),
                    allSeen || Choose.chance(TARGET_SEEN, random)));
  }

  /** Other things that the instruction names are often there too. */
  private void placeWhatIsMentioned() {
    Set<String> wanted = new HashSet<>();
    program.goals().forEach(goal -> goal.object().ifPresent(wanted::add));
    for (String name : program.variables().keySet()) {
      Optional<Noun> noun = bindings.noun(name);
      if (noun.isPresent() && !wanted.contains(name) && Choose.chance(MENTIONED, random)) {
        Optional<Spot> at = bindings.variable(name).at().flatMap(bindings::place);
        add(noun.get(), at.orElseGet(() -> surface(Optional.empty())), true);
      }
    }
  }

  /**
   * What nearly is what is wanted: the right kind at another place than the speaker says, and other
   * kinds that share something with the right one. Without these a model need not read closely.
   */
  private void addTemptations() {
    Set<Noun> reserved = named();
    for (Goal goal : program.goals()) {
      if (goal.object().isEmpty() || !Choose.chance(TEMPTING, random)) {
        continue;
      }
      Wanted wanted = bindings.wanted(goal.object().get());
      if (wanted.at().isPresent() && Choose.chance(0.6, random)) {
        tempt(Choose.one(wanted.nouns(), random), surface(wanted.at()), reserved, true);
      }
      List<Noun> similar =
          lexicon.nouns().stream()
              .filter(noun -> !wanted.nouns().contains(noun))
              .filter(noun -> resembles(noun, wanted))
              .toList();
      List<Noun> others = similar.isEmpty() ? lexicon.nouns() : similar;
      int count = 1 + random.nextInt(3);
      for (int i = 0; i < count; i++) {
        Spot place =
            Choose.chance(0.4, random) && wanted.at().isPresent()
                ? wanted.at().get()
                : surface(Optional.empty());
        tempt(Choose.one(others, random), place, reserved, false);
      }
    }
  }

  private void tempt(Noun noun, Spot place, Set<Noun> reserved, boolean elsewhere) {
    if ((elsewhere || !reserved.contains(noun)) && !muddles(noun, place)) {
      add(noun, place, allSeen || Choose.chance(0.7, random));
    }
  }

  /** Whether a kind shares much with a named kind, or something with those that are described. */
  private boolean resembles(Noun noun, Wanted wanted) {
    if (wanted.nouns().size() == 1) {
      Set<String> shared = new HashSet<>(wanted.nouns().get(0).attributes());
      shared.retainAll(noun.attributes());
      return shared.size() >= 2;
    }
    return program.goals().stream()
        .flatMap(goal -> goal.object().stream())
        .map(bindings::variable)
        .anyMatch(
            variable ->
                variable.constraint().required().stream().anyMatch(noun.attributes()::contains));
  }

  /** Whether one more would have to be carried too, because all are wanted. */
  private boolean muddles(Noun noun, Spot place) {
    return program.goals().stream()
        .filter(goal -> goal.count() == Goal.ALL)
        .flatMap(goal -> goal.object().stream())
        .anyMatch(name -> bindings.wanted(name).admits(new Thing(noun, place, true)));
  }

  private Set<Noun> named() {
    Set<Noun> named = new HashSet<>();
    program.variables().keySet().forEach(name -> bindings.noun(name).ifPresent(named::add));
    return named;
  }

  private void addClutter() {
    int count = random.nextInt(1 + random.nextInt(MOST_CLUTTER + 1));
    Set<Noun> reserved = named();
    List<Noun> nouns = lexicon.nouns();
    for (int i = 0; i < count; i++) {
      Noun noun = Choose.one(nouns, random);
      Spot place = surface(Optional.empty());
      if (!reserved.contains(noun) && !muddles(noun, place)) {
        int copies = Choose.chance(0.1, random) ? 2 : 1;
        boolean seen = allSeen || Choose.chance(0.7, random);
        for (int copy = 0; copy < copies; copy++) {
          add(noun, place, seen);
        }
      }
    }
  }

  private void start() {
    Program.Start start = program.start();
    Optional<Noun> held = start.held().flatMap(bindings::noun);
    if (held.isEmpty()
        && program.goals().size() == 1
        && program.goals().get(0).verb() == Verb.RELEASE) {
      held =
          bindings.wanted(program.goals().get(0).object().orElseThrow()).nouns().stream()
              .findFirst();
    }
    if (held.isEmpty() && told && Choose.chance(HELD, random)) {
      held = heldByChance();
    }
    held.ifPresent(
        noun -> {
          Thing thing =
              world.things.stream()
                  .filter(t -> t.noun.equals(noun))
                  .findFirst()
                  .orElseGet(() -> add(noun, surface(Optional.empty()), true));
          thing.seen = true;
          world.held = thing;
        });
    Optional<Spot> target = program.goals().get(0).place().flatMap(bindings::place);
    if (held.isPresent()
        && target.isPresent()
        && start.at().isEmpty()
        && program.goals().get(0).verb() == Verb.MOVE
        && Choose.chance(ARRIVED, random)) {
      world.at = target.get();
    } else if (start.at().isPresent()) {
      world.at = start.at().flatMap(bindings::place).orElse(null);
    } else if (!errands().contains(user()) && Choose.chance(0.45, random)) {
      world.at = user();
    } else if (told && Choose.chance(0.8, random)) {
      world.at = notVisited();
    }
    if (world.at != null && allSeen) {
      world.looked.add(world.at);
    }
    openWhatIsToBeClosed();
  }

  /** Mostly what is wanted, sometimes what is only in the way. */
  private Optional<Noun> heldByChance() {
    Goal first = program.goals().get(0);
    boolean carries =
        Set.of(Verb.BRING, Verb.MOVE, Verb.DISCARD, Verb.RECYCLE, Verb.COMPOST)
            .contains(first.verb());
    if (first.verb() == Verb.WIPE && Choose.chance(0.65, random)) {
      return Choose.any(lexicon.nouns(new Constraint(GoalPlanner.TOOL, Set.of())).toList(), random);
    }
    if (carries && first.count() == 1 && Choose.chance(0.65, random)) {
      return bindings.noun(first.object().orElseThrow());
    }
    return Choose.any(lexicon.nouns(), random);
  }

  /** A place to start from that is not itself the errand. */
  private Spot notVisited() {
    Set<Spot> errands = errands();
    return Choose.any(places.stream().filter(p -> !errands.contains(p)).toList(), random)
        .orElseGet(this::user);
  }

  private Set<Spot> errands() {
    Set<Spot> errands = new HashSet<>();
    program.goals().stream()
        .filter(goal -> goal.verb() == Verb.VISIT)
        .forEach(goal -> goal.place().flatMap(bindings::place).ifPresent(errands::add));
    return errands;
  }

  private Spot user() {
    return lexicon.spot(Kitchen.USER).orElseThrow();
  }

  private void openWhatIsToBeClosed() {
    Set<Spot> touched = new HashSet<>();
    for (Goal goal : program.goals()) {
      Optional<Spot> place = goal.place().flatMap(bindings::place);
      if (goal.verb() == Verb.CLOSE && place.filter(p -> !touched.contains(p)).isPresent()) {
        world.open.add(place.get());
      }
      place.ifPresent(touched::add);
      goal.object().flatMap(name -> bindings.wanted(name).at()).ifPresent(touched::add);
    }
  }

  private Thing add(Noun noun, Spot place, boolean seen) {
    // Nobody sees through a door: what is behind one is known only from an earlier look.
    boolean known = seen && (!told || !place.opens() || Choose.chance(LOOKED_BEFORE, random));
    Thing thing = new Thing(noun, place, known);
    world.things.add(thing);
    return thing;
  }

  /** A place for a wanted thing: not where the goal wants it, sometimes behind a door. */
  private Spot somewhere(Goal goal) {
    Optional<Spot> target = goal.place().flatMap(bindings::place);
    if (!allSeen && Choose.chance(0.15, random)) {
      Optional<Spot> inside =
          Choose.any(
              places.stream()
                  .filter(p -> p.opens() && !p.equals(target.orElse(null)))
                  .filter(p -> p.attributes().contains("container"))
                  .toList(),
              random);
      if (inside.isPresent()) {
        return inside.get();
      }
    }
    return surface(target);
  }

  private Spot surface(Optional<Spot> except) {
    List<Spot> surfaces =
        places.stream()
            .filter(place -> place.attributes().contains("surface"))
            .filter(place -> except.filter(place::equals).isEmpty())
            .toList();
    return Choose.any(surfaces, random)
        .orElseGet(
            () ->
                Choose.one(
                    lexicon.spots().stream()
                        .filter(spot -> spot.attributes().contains("surface"))
                        .filter(spot -> except.filter(spot::equals).isEmpty())
                        .toList(),
                    random));
  }

  private void shuffle() {
    List<Thing> shuffled = List.copyOf(Choose.some(world.things, world.things.size(), random));
    world.things.clear();
    world.things.addAll(shuffled);
  }
}
