package io.souschef.training.language.corpus.episode;

import io.souschef.training.language.corpus.scene.Thing;
import io.souschef.training.language.corpus.scene.World;
import io.souschef.training.language.corpus.wording.Bindings;
import io.souschef.training.language.corpus.wording.Choose;
import io.souschef.training.language.text.Goal;
import io.souschef.training.language.text.Goal.Verb;
import io.souschef.training.language.text.Program;
import io.souschef.training.language.text.lexicon.Constraint;
import io.souschef.training.language.text.lexicon.Noun;
import io.souschef.training.language.text.lexicon.Spot;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/** How an episode begins: where the robot stands, what it holds, what is open. */
final class Beginning {

  private static final double HELD = 0.18;
  private static final double ARRIVED = 0.25;

  private final Stage stage;
  private final World world;
  private final Bindings bindings;
  private final Program program;
  private final RandomGenerator random;

  Beginning(Stage stage, Bindings bindings, Program program) {
    this.stage = stage;
    this.world = stage.world;
    this.bindings = bindings;
    this.program = program;
    this.random = stage.random;
  }

  void arrange() {
    Program.Start start = program.start();
    Optional<Noun> held = start.held().flatMap(bindings::noun);
    if (held.isEmpty()
        && program.goals().size() == 1
        && program.goals().get(0).verb() == Verb.RELEASE) {
      held =
          bindings.wanted(program.goals().get(0).object().orElseThrow()).nouns().stream()
              .findFirst();
    }
    if (held.isEmpty() && stage.told && Choose.chance(HELD, random)) {
      held = heldByChance();
    }
    held.ifPresent(
        noun -> {
          Thing thing =
              world.things.stream()
                  .filter(t -> t.noun.equals(noun))
                  .findFirst()
                  .orElseGet(() -> stage.add(noun, stage.surface(Optional.empty()), true));
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
    } else if (!errands().contains(stage.user()) && Choose.chance(0.45, random)) {
      world.at = stage.user();
    } else if (stage.told && Choose.chance(0.8, random)) {
      world.at = notVisited();
    }
    if (world.at != null && stage.allSeen) {
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
      return Choose.any(
          stage.lexicon.nouns(new Constraint(GoalPlanner.TOOL, Set.of())).toList(), random);
    }
    if (carries && first.count() == 1 && Choose.chance(0.65, random)) {
      return bindings.noun(first.object().orElseThrow());
    }
    return Choose.any(stage.lexicon.nouns(), random);
  }

  /** A place to start from that is not itself the errand. */
  private Spot notVisited() {
    Set<Spot> errands = errands();
    return Choose.any(world.places.stream().filter(p -> !errands.contains(p)).toList(), random)
        .orElseGet(stage::user);
  }

  private Set<Spot> errands() {
    Set<Spot> errands = new HashSet<>();
    program.goals().stream()
        .filter(goal -> goal.verb() == Verb.VISIT)
        .forEach(goal -> goal.place().flatMap(bindings::place).ifPresent(errands::add));
    return errands;
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
}
