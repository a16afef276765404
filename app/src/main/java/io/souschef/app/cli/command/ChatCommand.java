package io.souschef.app.cli.command;

import io.souschef.app.chat.Asker;
import io.souschef.app.chat.Chat;
import io.souschef.app.chat.ChatWord;
import io.souschef.app.chat.Lines;
import io.souschef.app.chat.Phrases;
import io.souschef.app.chat.PipedLines;
import io.souschef.app.chat.TypedLines;
import io.souschef.app.cli.option.PlannerOptions;
import io.souschef.app.cli.option.SceneOptions;
import io.souschef.app.cli.option.TermsOptions;
import io.souschef.app.cli.terminal.Exit;
import io.souschef.app.cli.terminal.Failure;
import io.souschef.app.cli.terminal.FreshFolder;
import io.souschef.app.cli.terminal.Opening;
import io.souschef.app.cli.terminal.Terminal;
import io.souschef.app.kitchen.SimulatedWorlds;
import io.souschef.planner.EpisodePlanner;
import io.souschef.planner.affordance.AffordanceFunction;
import io.souschef.planner.limit.Terms;
import io.souschef.planner.usefulness.UsefulnessScorer;
import io.souschef.sim.SimulatedRobot;
import io.souschef.skills.GroundedSkill;
import io.souschef.skills.SkillLibrary;
import io.souschef.skills.world.Place;
import io.souschef.skills.world.Vocabulary;
import io.souschef.web.live.LiveKitchen;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Talks with the robot in the terminal: requests one after the other in the same kitchen. */
@Command(
    name = "chat",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./souschef chat",
      "  printf 'bring me a coke\\n/scene\\n' | ./souschef chat",
    },
    description = "Talks with the robot in the terminal, one request after the other.")
@SuppressWarnings("try") // what is opened here works by being open
public final class ChatCommand implements Callable<Integer> {

  private static final long LAST_WORDS_MS = 10_000;
  private static final long AGAIN_MS = 50;

  @SuppressWarnings("NullAway.Init")
  @Spec
  private CommandSpec spec;

  @Option(
      names = "--out",
      paramLabel = "FOLDER",
      description = "Folder for traces and motion (default: a new one in runs/).")
  private @Nullable Path out;

  @Mixin private SceneOptions world = new SceneOptions();

  @Mixin private PlannerOptions options = new PlannerOptions();

  @Mixin private TermsOptions conditions = new TermsOptions();

  @Override
  public Integer call() throws InterruptedException {
    PrintWriter writer = spec.commandLine().getOut();
    SimulatedWorlds worlds = world.kitchen().world();
    SkillLibrary library = options.library();
    Terms terms = conditions.terms();
    terms.require(library, world.read().kitchen().vocabulary());
    double speed = world.isRealTime() ? 1 : Double.POSITIVE_INFINITY;
    try (Opening<UsefulnessScorer> opening = Opening.of(options::say);
        AffordanceFunction can = options.can();
        LiveKitchen kitchen =
            new LiveKitchen(
                worlds, world.seed(), speed, out == null ? FreshFolder.named("chat") : out)) {
      Asker asker = new Asker();
      UsefulnessScorer say = opening.await();
      EpisodePlanner planner =
          terms.around(options.planner(library, say, can, asker, world.isRealTime()), library, say);
      try (Lines lines = lines(kitchen, library)) {
        Chat chat =
            new Chat(
                kitchen,
                planner,
                asker,
                lines,
                writer,
                Terminal.ink(),
                e -> Failure.of(e).sentence());
        Thread hook = new Thread(() -> end(chat, kitchen), "end");
        Runtime.getRuntime().addShutdownHook(hook);
        chat.run();
        boolean unused = Runtime.getRuntime().removeShutdownHook(hook);
      }
    }
    return Exit.DONE;
  }

  /** Who tells the process to end does not see a model torn down while it computes. */
  private static void end(Chat chat, LiveKitchen kitchen) {
    chat.stop();
    try {
      for (long waitedMs = 0; kitchen.isBusy() && waitedMs < LAST_WORDS_MS; waitedMs += AGAIN_MS) {
        Thread.sleep(AGAIN_MS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The launcher knows whether somebody types. */
  private static Lines lines(LiveKitchen kitchen, SkillLibrary library) {
    return Boolean.getBoolean("souschef.keyboard")
        ? new TypedLines(
            kitchen.ask(robot -> phrases(robot, library)).join(), TypedLines.usualHistory())
        : new PipedLines(System.in);
  }

  private static Phrases phrases(SimulatedRobot robot, SkillLibrary library) {
    Vocabulary words = robot.vocabulary();
    List<String> anywhere =
        Stream.concat(
                words.kinds().stream().flatMap(kind -> Stream.of(kind.noun(), kind.plural())),
                words.places().stream().map(Place::name))
            .distinct()
            .toList();
    List<String> atStart =
        Stream.concat(
                ChatWord.all().stream(),
                library.ground(words, robot.observe()).stream().map(GroundedSkill::text))
            .toList();
    return new Phrases(anywhere, atStart);
  }
}
