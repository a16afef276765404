package io.souschef.training.language.corpus.episode;

import io.souschef.training.language.corpus.scene.Kitchen;
import io.souschef.training.language.corpus.scene.Thing;
import io.souschef.training.language.corpus.scene.Wanted;
import io.souschef.training.language.corpus.scene.World;
import io.souschef.training.language.corpus.wording.Bindings;
import io.souschef.training.language.corpus.wording.Choose;
import io.souschef.training.language.text.Goal;
import io.souschef.training.language.text.Goal.Verb;
import io.souschef.training.language.text.Program;
import io.souschef.training.language.text.lexicon.Constraint;
import io.souschef.training.language.text.lexicon.Lexicon;
import io.souschef.training.language.text.lexicon.Noun;
import io.souschef.training.language.text.lexicon.Spot;
import io.souschef.training.language.text.lexicon.Variable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * Lays out the world around a request: what it speaks of, what else stands there, what is known.
 */
public final class Layout {

  private static final double ALL_SEEN = 0.62;
  private static final double TARGET_SEEN = 0.5;
  private static final double MENTIONED = 0.85;
  private static final double RARE = 0.15;
  private static final double NEXT_COMMON = 0.6;
  private static final double ABSENT = 0.06;
  private static final double MEANT_OTHER = 0.35;

  private final Bindings bindings;
  private final Program program;
  private final RandomGenerator random;
  private final Stage stage;

  private Layout(
      Lexicon lexicon, Bindings bindings, Program program, boolean told, RandomGenerator random) {
    this.bindings = bindings;
    this.program = program;
    this.random = random;
    List<Spot> places = places(lexicon);
    this.stage = new Stage(lexicon, places, told, !told || Choose.chance(ALL_SEEN, random), random);
  }

  /**
   * Lays out a scene.
   *
   * @param told whether the scene will be told; without, nothing but what the request needs is
   *     there
   */
  public static World of(
      Lexicon lexicon, Bindings bindings, Program program, boolean told, RandomGenerator random) {
    Layout layout = new Layout(lexicon, bindings, program, told, random);
    layout.placeWhatIsWanted();
    layout.placeWhatIsMentioned();
    if (told) {
      Distractors distractors = new Distractors(layout.stage, bindings, program);
      distractors.addTemptations();
      distractors.addClutter();
    }
    new Beginning(layout.stage, bindings, program).arrange();
    World world = layout.stage.world;
    if (!told) {
      world.things.forEach(thing -> thing.seen = true);
    }
    layout.shuffle();
    return world;
  }

  private List<Spot> places(Lexicon lexicon) {
    Set<Spot> chosen = new HashSet<>();
    program.variables().keySet().forEach(name -> bindings.place(name).ifPresent(chosen::add));
    List<Spot> usable =
        lexicon.spots().stream()
            .filter(
                spot ->
                    spot.attributes().stream().anyMatch(Set.of("surface", "container")::contains))
            .filter(spot -> !spot.attributes().contains("bin"))
            .toList();
    lexicon.spots().stream()
        .filter(spot -> chosen.stream().anyMatch(spot::sharesNameWith))
        .toList()
        .forEach(chosen::add);
    List<Spot> list = new ArrayList<>(chosen);
    Choose.some(usable, 4 + random.nextInt(4), random).stream()
        .filter(spot -> !chosen.contains(spot))
        .forEach(list::add);
    return list;
  }

  private void placeWhatIsWanted() {
    Set<Thing> spokenFor = new HashSet<>();
    for (Goal goal : program.goals()) {
      boolean perhapsAbsent = stage.told && Choose.chance(ABSENT, random);
      if (goal.object().isEmpty() || perhapsAbsent) {
        if (goal.verb() == Verb.WIPE && !perhapsAbsent) {
          addTool();
        }
        continue;
      }
      Variable variable = bindings.variable(goal.object().get());
      Wanted wanted = bindings.wanted(variable.name());
      List<Thing> there =
          stage.world.things.stream()
              .filter(thing -> wanted.admits(thing) && !spokenFor.contains(thing))
              .toList();
      long needed =
          goal.count() == Goal.ALL
              ? (stage.told ? 1 + random.nextInt(1 + random.nextInt(6)) : 2 + random.nextInt(2))
              : goal.count();
      there.stream().limit(needed).forEach(spokenFor::add);
      Set<Noun> used = kindsThatDiffer(variable, spokenFor);
      for (long i = there.size(); i < needed; i++) {
        List<Noun> fresh = wanted.nouns().stream().filter(n -> !used.contains(n)).toList();
        Noun noun = typical(fresh.isEmpty() ? wanted.nouns() : fresh);
        used.add(noun);
        Spot place =
            wanted
                .at()
                .map(at -> goal.count() == 1 ? meant(at) : at)
                .orElseGet(() -> somewhere(goal));
        spokenFor.add(stage.addPerhapsSeen(noun, place, TARGET_SEEN));
      }
      if (stage.told && wanted.nouns().size() > 1 && Choose.chance(0.3, random)) {
        stage.add(
            Choose.one(wanted.nouns(), random),
            wanted.at().orElseGet(() -> somewhere(goal)),
            stage.allSeen);
      }
      if (goal.other().isPresent()) {
        stage.add(
            Choose.one(bindings.wanted(goal.other().get()).nouns(), random), somewhere(goal), true);
      }
    }
  }

  /** Kinds that stand there for variables from which this one is to differ. */
  private Set<Noun> kindsThatDiffer(Variable variable, Set<Thing> spokenFor) {
    Set<Noun> kinds = new HashSet<>();
    for (String other : variable.differsFrom()) {
      Wanted wanted = bindings.wanted(other);
      spokenFor.stream().filter(wanted::admits).forEach(thing -> kinds.add(thing.noun));
    }
    return kinds;
  }

  /**
   * One of the kinds that would do. Untold, people mean what is common: that is what stands in the
   * default kitchen, and what comes first in the lexicon.
   */
  private Noun typical(List<Noun> nouns) {
    if (stage.told) {
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
    Optional.of(stage.lexicon.nouns(new Constraint(GoalPlanner.TOOL, Set.of())).toList())
        .filter(tools -> !tools.isEmpty())
        .map(this::typical)
        .ifPresent(
            tool ->
                stage.add(
                    tool,
                    stage.surface(Optional.empty()),
                    stage.allSeen || Choose.chance(TARGET_SEEN, random)));
  }

  /** Other things that the instruction names are often there too. */
  private void placeWhatIsMentioned() {
    Set<String> wanted = new HashSet<>();
    program.goals().forEach(goal -> goal.object().ifPresent(wanted::add));
    for (String name : program.variables().keySet()) {
      Optional<Noun> noun = bindings.noun(name);
      if (noun.isPresent() && !wanted.contains(name) && Choose.chance(MENTIONED, random)) {
        Optional<Spot> at = bindings.variable(name).at().flatMap(bindings::place);
        stage.add(noun.get(), at.orElseGet(() -> stage.surface(Optional.empty())), true);
      }
    }
  }

  /** Where the speaker means, which may be another place of the same name. */
  private Spot meant(Spot at) {
    if (!stage.told || !at.opens() || !Choose.chance(MEANT_OTHER, random)) {
      return at;
    }
    return Choose.any(
            stage.world.places.stream().filter(Spot::opens).filter(at::sharesNameWith).toList(),
            random)
        .orElse(at);
  }

  /** A place for a wanted thing: not where the goal wants it, sometimes behind a door. */
  private Spot somewhere(Goal goal) {
    Optional<Spot> target = goal.place().flatMap(bindings::place);
    if (!stage.allSeen && Choose.chance(0.15, random)) {
      Optional<Spot> inside =
          Choose.any(
              stage.world.places.stream()
                  .filter(p -> p.opens() && !p.equals(target.orElse(null)))
                  .filter(p -> p.attributes().contains("container"))
                  .toList(),
              random);
      if (inside.isPresent()) {
        return inside.get();
      }
    }
    return stage.surface(target);
  }

  private void shuffle() {
    List<Thing> shuffled =
        List.copyOf(Choose.some(stage.world.things, stage.world.things.size(), random));
    stage.world.things.clear();
    stage.world.things.addAll(shuffled);
  }
}
