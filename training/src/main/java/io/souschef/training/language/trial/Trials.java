package io.souschef.training.language.trial;

import io.souschef.planner.belief.Names;
import io.souschef.planner.program.Act;
import io.souschef.planner.program.Branch;
import io.souschef.planner.program.PlaceWords;
import io.souschef.planner.program.Program;
import io.souschef.planner.program.Query;
import io.souschef.planner.program.Shorthand;
import io.souschef.planner.program.Statement;
import io.souschef.planner.program.Things;
import io.souschef.skills.world.Place;
import io.souschef.skills.world.Pose;
import io.souschef.skills.world.Vocabulary;
import io.souschef.training.language.corpus.wording.Meaning;
import io.souschef.training.language.text.lexicon.Lexicon;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * Draws a home for each held-out request: a kitchen with the things and places that this and some
 * other requests speak of, in which what is meant mostly is, and much else. The same seed gives the
 * same.
 */
public final class Trials {

  /** Other requests whose words the home has, too. */
  private static final int OTHERS = 6;

  private final Lexicon lexicon;
  private final Vocabulary kitchen;

  /**
   * Draws homes.
   *
   * @param lexicon what is known of the words
   * @param kitchen what every home has
   */
  public Trials(Lexicon lexicon, Vocabulary kitchen) {
    this.lexicon = lexicon;
    this.kitchen = kitchen;
  }

  /** One for each request. */
  public List<Trial> of(List<Meaning> requests, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Trial> trials = new ArrayList<>();
    for (Meaning said : requests) {
      Program meant = Shorthand.parse(said.lines());
      List<Program> programs = new ArrayList<>(List.of(meant));
      for (int i = 0; i < OTHERS; i++) {
        programs.add(Shorthand.parse(requests.get(random.nextInt(requests.size())).lines()));
      }
      Vocabulary words = words(programs, random);
      Furnishing home = new Furnishing(words, random);
      home.furnish(meant);
      trials.add(new Trial(said.instruction(), meant, words, home.known(), home.unseen()));
    }
    return trials;
  }

  private Vocabulary words(List<Program> programs, SplittableRandom random) {
    List<Vocabulary.Kind> kinds = new ArrayList<>(kitchen.kinds());
    List<Place> places = new ArrayList<>(kitchen.places());
    for (Program program : programs) {
      things(
          program.statements(),
          needed -> {
            Names names = new Names(new Vocabulary(kinds, places));
            needed
                .noun()
                .filter(noun -> names.kinds(noun).isEmpty())
                .ifPresent(noun -> kinds.add(kind(noun)));
          });
      places(
          program.statements(),
          said -> {
            Names names = new Names(new Vocabulary(kinds, places));
            if (!said.isAny() && !said.name().isEmpty() && names.places(said).isEmpty()) {
              places.add(place(said.name(), random));
            }
          });
    }
    return new Vocabulary(kinds, places);
  }

  private Vocabulary.Kind kind(String noun) {
    return lexicon
        .noun(noun)
        .map(
            known ->
                new Vocabulary.Kind(
                    noun, known.plural(), known.kind().standable(), known.attributes(), List.of()))
        .orElseGet(() -> new Vocabulary.Kind(noun, noun + "s", true));
  }

  private Place place(String name, SplittableRandom random) {
    Pose pose = Pose.upright(random.nextDouble(-4, 4), random.nextDouble(-4, 4), 0.8, 0);
    return lexicon
        .spot(name)
        .map(
            spot ->
                new Place(name, spot.place().kind(), pose, 1, 1).with(spot.attributes(), List.of()))
        .orElseGet(() -> new Place(name, Place.Kind.SURFACE, pose, 1, 1));
  }

  /** Visits all things that a program speaks of. */
  static void things(List<Statement> statements, Consumer<Things> visit) {
    for (Statement statement : statements) {
      if (statement instanceof Act act) {
        act.things().ifPresent(visit);
        act.other().ifPresent(visit);
      } else if (statement instanceof Query query) {
        query.things().ifPresent(visit);
      } else if (statement instanceof Branch branch) {
        branch.test().things().ifPresent(visit);
        things(branch.then(), visit);
        things(branch.otherwise(), visit);
      }
    }
  }

  private static void places(List<Statement> statements, Consumer<PlaceWords> visit) {
    things(statements, needed -> needed.at().ifPresent(visit));
    for (Statement statement : statements) {
      if (statement instanceof Act act) {
        act.place().ifPresent(visit);
      } else if (statement instanceof Query query) {
        query.place().ifPresent(visit);
      } else if (statement instanceof Branch branch) {
        branch.test().place().ifPresent(visit);
        places(branch.then(), visit);
        places(branch.otherwise(), visit);
      }
    }
  }
}
