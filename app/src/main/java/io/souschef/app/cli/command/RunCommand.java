package io.souschef.app.cli.command;

import io.souschef.app.Assembly;
import io.souschef.app.cli.option.PlannerOptions;
import io.souschef.app.cli.option.RecordOption;
import io.souschef.app.cli.option.RobotOptions;
import io.souschef.app.cli.option.SceneOptions;
import io.souschef.app.cli.option.TermsOptions;
import io.souschef.app.cli.robot.RobotRun;
import io.souschef.app.cli.terminal.Exit;
import io.souschef.app.cli.terminal.Interruption;
import io.souschef.app.cli.terminal.Opening;
import io.souschef.app.cli.terminal.PrintedJson;
import io.souschef.app.cli.terminal.Terminal;
import io.souschef.app.cli.terminal.TerminalUser;
import io.souschef.app.episode.EpisodeFolder;
import io.souschef.app.episode.EpisodeRun;
import io.souschef.app.episode.EpisodeSummary;
import io.souschef.app.episode.RobotEpisode;
import io.souschef.app.episode.RobotReports;
import io.souschef.app.episode.Stage;
import io.souschef.app.plugin.Port;
import io.souschef.app.recording.McapExport;
import io.souschef.app.view.ConsoleView;
import io.souschef.evaluation.task.Task;
import io.souschef.evaluation.task.TaskReader;
import io.souschef.evaluation.task.TaskSuite;
import io.souschef.planner.EpisodePlanner;
import io.souschef.planner.Instruction;
import io.souschef.planner.ScriptPlanner;
import io.souschef.planner.affordance.AffordanceFunction;
import io.souschef.planner.dialogue.User;
import io.souschef.planner.episode.EpisodeEvent;
import io.souschef.planner.usefulness.UsefulnessScorer;
import io.souschef.sim.goal.Goal;
import io.souschef.sim.kitchen.Scene;
import io.souschef.skills.SkillLibrary;
import io.souschef.skills.execution.Robot;
import io.souschef.skills.failure.InvalidInputException;
import io.souschef.skills.file.PlainFile;
import io.souschef.web.replay.Replay;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says one sentence to the robot and shows what it does. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./souschef run \"bring me a coke\"",
      "  ./souschef run --task plain:bring-01",
      "  ./souschef run --kitchen home.yaml \"bring me the pear\"",
      "  ./souschef run --scene my-scene.yaml --seed 7 \"put the apple in the fridge\"",
    },
    description = "Says one sentence to the robot and shows what it does.")
@SuppressWarnings("try") // what is opened here works by being open
public final class RunCommand implements Callable<Integer> {

  @SuppressWarnings("NullAway.Init")
  @Spec
  private CommandSpec spec;

  @Parameters(arity = "0..*", paramLabel = "INSTRUCTION", description = "What the robot shall do.")
  private String[] words = {};

  @Option(names = "--task", paramLabel = "SUITE:ID", description = "A task of a suite instead.")
  private @Nullable String task;

  @Option(
      names = "--program",
      paramLabel = "FILE",
      description = "Carry out a program of your own instead (docs/programs.md).")
  private @Nullable Path program;

  @Option(
      names = "--out",
      paramLabel = "FOLDER",
      description = "Folder for trace and page (default: a new one in runs/).")
  private @Nullable Path out;

  @Option(
      names = "--user",
      paramLabel = "USER",
      defaultValue = "terminal",
      description = "Who is asked: terminal, nobody or a plug-in's (default: ${DEFAULT-VALUE}).")
  private String user = "terminal";

  @Option(names = "--json", description = "Print only a summary, as JSON.")
  private boolean json;

  @Mixin private SceneOptions world = new SceneOptions();

  @Mixin private PlannerOptions options = new PlannerOptions();

  @Mixin private TermsOptions conditions = new TermsOptions();

  @Mixin private RobotOptions robot = new RobotOptions();

  @Mixin private RecordOption record = new RecordOption();

  @Override
  public Integer call() {
    PrintWriter writer = spec.commandLine().getOut();
    Consumer<EpisodeEvent> view = json ? e -> {} : view(writer);
    EpisodeSummary summary;
    record.require();
    if (robot.isRos2()) {
      summary = performOverRos(view);
    } else {
      summary = robot.isSimulated() ? perform(play(), view) : performElsewhere(view);
    }
    if (json) {
      writer.println(PrintedJson.of(summary));
    } else {
      summary.aftermath().forEach(sentence -> writer.println("  · " + sentence));
      summary
          .goalHolds()
          .ifPresent(
              holds ->
                  writer.println(
                      holds
                          ? Terminal.ink().good("The task's goal holds")
                          : Terminal.ink().bad("The task's goal does not hold")));
      writer.println("trace " + summary.trace());
      writer.println("page  " + summary.page());
    }
    writer.flush();
    return summary.isGood() ? Exit.DONE : Exit.NOT_DONE;
  }

  private EpisodeSummary performOverRos(Consumer<EpisodeEvent> view) {
    requireNoWorld("A ROS 2 robot");
    Instruction instruction = instruction();
    return new RobotRun(
            options,
            conditions.terms(),
            robot,
            spec.commandLine().getOut(),
            spec.commandLine().getErr())
        .play(instruction, user(), () -> folder(instruction), view, record.file());
  }

  private void requireNoWorld(String who) {
    if (task != null || !world.isStandard() || world.hasOwnKitchen()) {
      throw new InvalidInputException(
          who + " has a world of its own; leave out --task, --scene and --kitchen");
    }
  }

  /** On a plug-in's robot: what is true there, nobody but itself knows. */
  private EpisodeSummary performElsewhere(Consumer<EpisodeEvent> listener) {
    Instruction instruction = instruction();
    try (Robot mine = Assembly.robot(robot.choice(), options.plugins());
        UsefulnessScorer say = options.say();
        AffordanceFunction can = options.can()) {
      requireNoWorld("Robot '%s'".formatted(robot.choice()));
      EpisodePlanner planner = bound(options.library(), say, can, mine);
      RobotReports reports = new RobotReports();
      try (Interruption interruption = new Interruption(mine::cancel, mine)) {
        return recorded(
            new RobotEpisode(planner, mine, reports, folder(instruction))
                .play(instruction, Map.of("robot", robot.choice()), listener));
      }
    }
  }

  private User user() {
    return switch (user) {
      case "terminal" -> new TerminalUser(spec.commandLine().getOut());
      case "nobody" -> User.nobody();
      default -> options.plugins().open(Port.USER, User.class, user);
    };
  }

  /** A planner on the terms of the command line, which the robot understands. */
  private EpisodePlanner bound(
      SkillLibrary library, UsefulnessScorer say, AffordanceFunction can, Robot body) {
    return conditions.terms().around(planner(library, say, can), library, say, body.vocabulary());
  }

  private EpisodePlanner planner(
      SkillLibrary library, UsefulnessScorer say, AffordanceFunction can) {
    Path script = program;
    return script == null
        ? options.planner(library, say, can, user(), !robot.isSimulated() || world.isRealTime())
        : new ScriptPlanner(
            new PlainFile("Program", script).text(PlainFile.HAND_WRITTEN),
            library,
            can,
            user(),
            options.settings().stepLimit(),
            System::nanoTime);
  }

  /** The folder is made last, when nothing a user may have got wrong is left. */
  private EpisodeSummary perform(Play play, Consumer<EpisodeEvent> listener) {
    SkillLibrary library = options.library();
    try (Opening<UsefulnessScorer> opening = Opening.of(options::say);
        AffordanceFunction can = options.can();
        Stage stage = Assembly.stage(play.scene(), world.seed(), world.isRealTime())) {
      EpisodePlanner planner = bound(library, opening.await(), can, stage.robot());
      EpisodeFolder folder = folder(play.instruction());
      Map<String, String> about = new TreeMap<>();
      about.put("kitchen", play.scene().kitchen().name());
      about.put("scene", world.name());
      about.put("seed", Long.toString(world.seed()));
      try (Interruption interruption = new Interruption(stage.robot()::cancel, stage.robot())) {
        return recorded(
            new EpisodeRun(planner, stage, folder)
                .play(play.instruction(), about, play.goal(), listener));
      }
    }
  }

  /** Also makes the recording, while Ctrl-C still waits for what is left to do. */
  private EpisodeSummary recorded(EpisodeSummary summary) {
    if (record.file() != null) {
      McapExport.write(Replay.read(Path.of(summary.trace())), record.file());
    }
    return summary;
  }

  /** What is to be played: said on the command line, or a task of a suite. */
  private record Play(Instruction instruction, Scene scene, Optional<Goal> goal) {}

  private Play play() {
    if (task != null) {
      if (words.length > 0 || !world.isStandard()) {
        throw new InvalidInputException(
            "A task brings its own instruction and scene; leave out what stands beside --task");
      }
      Task chosen = TaskSuite.readTask(task);
      TaskReader reader = new TaskReader(world.kitchens());
      return new Play(
          new Instruction(chosen.instruction()),
          reader.scene(chosen, world.seed()),
          Optional.of(reader.goal(chosen)));
    }
    return new Play(instruction(), world.read(), Optional.empty());
  }

  private Instruction instruction() {
    return new Instruction(
        program != null && words.length == 0
            ? "the program " + program.getFileName()
            : String.join(" ", words));
  }

  private static Consumer<EpisodeEvent> view(PrintWriter writer) {
    return new ConsoleView(writer, Terminal.ink());
  }

  private EpisodeFolder folder(Instruction instruction) {
    return out == null
        ? EpisodeFolder.createNew(freshName(instruction))
        : EpisodeFolder.create(out);
  }

  private static Path freshName(Instruction instruction) {
    String slug =
        instruction
            .text()
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-|-$", "");
    String time =
        LocalDateTime.now(ZoneId.systemDefault())
            .format(DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT));
    String name =
        slug.isEmpty() ? time : time + "-" + slug.substring(0, Math.min(40, slug.length()));
    return Path.of("runs", name);
  }
}
