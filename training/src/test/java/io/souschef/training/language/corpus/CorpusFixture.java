package io.souschef.training.language.corpus;

import io.souschef.planner.usefulness.PlanPrompt;
import io.souschef.skills.SkillLibrary;
import io.souschef.training.language.corpus.episode.EpisodeWriter;
import io.souschef.training.language.corpus.episode.GoalPlanner;
import io.souschef.training.language.corpus.episode.SymbolicRobot;
import io.souschef.training.language.corpus.episode.Troubles;
import io.souschef.training.language.corpus.scene.Kitchen;
import io.souschef.training.language.corpus.scene.Thing;
import io.souschef.training.language.corpus.scene.World;
import io.souschef.training.language.corpus.wording.Bindings;
import io.souschef.training.language.corpus.wording.SkillWords;
import io.souschef.training.language.text.EvaluationFilter;
import io.souschef.training.language.text.Request;
import io.souschef.training.language.text.RequestFiles;
import io.souschef.training.language.text.Translations;
import io.souschef.training.language.text.lexicon.Lexicon;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** The shipped text, and small worlds in it. */
public final class CorpusFixture {

  public static final Path TEXT = Path.of("text");
  public static final Lexicon LEXICON = Lexicon.read(TEXT);
  public static final List<Request> REQUESTS = RequestFiles.read(TEXT);
  public static final EvaluationFilter NO_FILTER = new EvaluationFilter(List.of());

  private CorpusFixture() {}

  public static SkillWords words() {
    return new SkillWords(SkillLibrary.standard());
  }

  public static Splits splits() {
    return new Splits(LEXICON, new Translations(Map.of()), REQUESTS, NO_FILTER, words());
  }

  public static Lexicon kitchen() {
    return Kitchen.of(LEXICON);
  }

  public static Thing thing(String noun, String place) {
    return new Thing(kitchen().noun(noun).orElseThrow(), kitchen().spot(place).orElseThrow(), true);
  }

  /** A kitchen with some things in it, all seen; the robot stands at the user. */
  public static World world(Thing... things) {
    World world = new World(kitchen().spots());
    world.things.addAll(List.of(things));
    world.at = kitchen().spot(Kitchen.USER).orElseThrow();
    return world;
  }

  /** The words of the steps towards a program's goals when nothing goes wrong. */
  public static List<String> plan(String program, World world) {
    SplittableRandom random = new SplittableRandom(1);
    Request request = Request.of(program, "...");
    Bindings bindings = Bindings.draw(request, kitchen(), random).orElseThrow();
    EpisodeWriter writer = new EpisodeWriter();
    SymbolicRobot robot =
        new SymbolicRobot(world, words(), new Troubles(false, random), writer, random);
    new GoalPlanner(world, kitchen(), words(), robot, bindings, random)
        .run(request.program().goals(), writer);
    return writer.steps().stream().map(PlanPrompt.Step::skill).toList();
  }
}
