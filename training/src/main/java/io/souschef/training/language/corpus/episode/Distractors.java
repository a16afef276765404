package io.souschef.training.language.corpus.episode;

import io.souschef.training.language.corpus.scene.Thing;
import io.souschef.training.language.corpus.scene.Wanted;
import io.souschef.training.language.corpus.wording.Bindings;
import io.souschef.training.language.corpus.wording.Choose;
import io.souschef.training.language.text.Goal;
import io.souschef.training.language.text.Program;
import io.souschef.training.language.text.lexicon.Noun;
import io.souschef.training.language.text.lexicon.Spot;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/** What stands in a scene beside what is asked for. */
final class Distractors {

  private static final int MOST_CLUTTER = 16;
  private static final double TEMPTING = 0.7;
  private static final double SEEN = 0.7;

  private final Stage stage;
  private final Bindings bindings;
  private final Program program;
  private final RandomGenerator random;

  /** Kinds that the request is about, of which there must not be more by accident. */
  private final Set<Noun> reserved = new HashSet<>();

  Distractors(Stage stage, Bindings bindings, Program program) {
    this.stage = stage;
    this.bindings = bindings;
    this.program = program;
    this.random = stage.random;
    program.variables().keySet().forEach(name -> bindings.noun(name).ifPresent(reserved::add));
  }

  /**
   * What nearly is what is wanted: the right kind at another place than the speaker says, and other
   * kinds that share something with the right one. Without these a model need not read closely.
   */
  void addTemptations() {
    for (Goal goal : program.goals()) {
      if (goal.object().isEmpty() || !Choose.chance(TEMPTING, random)) {
        continue;
      }
      Wanted wanted = bindings.wanted(goal.object().get());
      if (wanted.at().isPresent() && Choose.chance(0.6, random)) {
        tempt(Choose.one(wanted.nouns(), random), stage.surface(wanted.at()), true);
      }
      List<Noun> similar =
          stage.lexicon.nouns().stream()
              .filter(noun -> !wanted.nouns().contains(noun))
              .filter(noun -> resembles(noun, wanted))
              .toList();
      List<Noun> others = similar.isEmpty() ? stage.lexicon.nouns() : similar;
      int count = 1 + random.nextInt(3);
      for (int i = 0; i < count; i++) {
        Spot place =
            Choose.chance(0.4, random) && wanted.at().isPresent()
                ? wanted.at().get()
                : stage.surface(Optional.empty());
        tempt(Choose.one(others, random), place, false);
      }
    }
  }

  private void tempt(Noun noun, Spot place, boolean elsewhere) {
    if ((elsewhere || !reserved.contains(noun)) && !muddles(noun, place)) {
      stage.addPerhapsSeen(noun, place, SEEN);
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

  /** Whatever else stands about in a home. */
  void addClutter() {
    int count = random.nextInt(1 + random.nextInt(MOST_CLUTTER + 1));
    List<Noun> nouns = stage.lexicon.nouns();
    for (int i = 0; i < count; i++) {
      Noun noun = Choose.one(nouns, random);
      Spot place = stage.surface(Optional.empty());
      if (!reserved.contains(noun) && !muddles(noun, place)) {
        int copies = Choose.chance(0.1, random) ? 2 : 1;
        boolean seen = stage.allSeen || Choose.chance(SEEN, random);
        for (int copy = 0; copy < copies; copy++) {
          stage.add(noun, place, seen);
        }
      }
    }
  }
}
