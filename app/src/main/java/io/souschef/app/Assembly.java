package io.souschef.app;

import io.souschef.app.episode.Stage;
import io.souschef.app.plugin.Plugins;
import io.souschef.app.plugin.Port;
import io.souschef.evaluation.run.Configuration;
import io.souschef.models.AskingCalibration;
import io.souschef.models.LanguageModels;
import io.souschef.models.affordance.AnalyticAffordance;
import io.souschef.models.affordance.OnnxAffordanceFunction;
import io.souschef.models.server.http.RetryPolicy;
import io.souschef.planner.DraftPlanner;
import io.souschef.planner.EpisodePlanner;
import io.souschef.planner.JointPlanner;
import io.souschef.planner.PlanMode;
import io.souschef.planner.ProgramPlanner;
import io.souschef.planner.SayCanPlanner;
import io.souschef.planner.affordance.AffordanceFunction;
import io.souschef.planner.decision.Blend;
import io.souschef.planner.dialogue.Asking;
import io.souschef.planner.dialogue.User;
import io.souschef.planner.program.ProgramWriter;
import io.souschef.planner.usefulness.UsefulnessScorer;
import io.souschef.planner.writing.TextGenerator;
import io.souschef.planner.writing.TextModel;
import io.souschef.ros.RosRobot;
import io.souschef.ros.StepConfirmation;
import io.souschef.ros.Transports;
import io.souschef.ros.config.RobotConfig;
import io.souschef.ros.event.RobotEvent;
import io.souschef.ros.transport.RosTransport;
import io.souschef.sim.Pace;
import io.souschef.sim.SimulatedRobot;
import io.souschef.sim.kitchen.Scene;
import io.souschef.skills.SkillLibrary;
import io.souschef.skills.execution.Robot;
import io.souschef.skills.failure.InvalidInputException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** The one place that wires ports to parts. */
public final class Assembly {

  private Assembly() {}

  /**
   * Opens a language model.
   *
   * @param choice as {@link LanguageModels} says
   * @param threads threads that compute, at least 1
   * @param wanted how many of the best skills to be sure of where not all are scored, at least 1
   * @throws InvalidInputException when the choice is unknown or the model cannot be opened
   */
  public static UsefulnessScorer say(String choice, int threads, int wanted) {
    return say(choice, threads, wanted, Plugins.ofClassPath());
  }

  /** The same among a person's own language models, too. */
  public static UsefulnessScorer say(String choice, int threads, int wanted, Plugins plugins) {
    return Port.LANGUAGE_MODEL.isOwn(choice)
        ? languageModels(threads, wanted).scorer(choice)
        : plugins.open(Port.LANGUAGE_MODEL, UsefulnessScorer.class, choice);
  }

  /** Whether a person's own language model writes programs; it is opened to see. */
  public static boolean writesPrograms(String choice, Plugins plugins) {
    try (UsefulnessScorer say = say(choice, 1, 1, plugins)) {
      return writesPrograms(say);
    }
  }

  /** Whether a language model writes programs by itself. */
  public static boolean writesPrograms(UsefulnessScorer say) {
    return say instanceof ProgramWriter writer && writer.isAble();
  }

  /** What a language model writes texts with, of which drafts of programs can be made. */
  private static Optional<TextGenerator> generator(UsefulnessScorer say) {
    return say instanceof TextModel model ? model.generator() : Optional.empty();
  }

  /**
   * Opens a person's own robot.
   *
   * @throws InvalidInputException when the choice is unknown
   */
  public static Robot robot(String choice, Plugins plugins) {
    return plugins.open(Port.ROBOT, Robot.class, choice);
  }

  /** What opens language models, with this process's environment. */
  public static LanguageModels languageModels(int threads, int wanted) {
    return new LanguageModels(threads, wanted, System.getenv(), RetryPolicy.standard());
  }

  /**
   * Opens the simulated robot in a scene.
   *
   * @param seed of noise and of everything else that is left to chance
   * @param realTime whether simulated seconds pass no faster than real ones
   */
  public static Stage stage(Scene scene, long seed, boolean realTime) {
    SimulatedRobot robot = simulated(scene, seed, realTime);
    return new Stage(robot, robot::worldState, robot::view);
  }

  /** The simulated robot by itself; arguments as of {@link #stage}. */
  public static SimulatedRobot simulated(Scene scene, long seed, boolean realTime) {
    SimulatedRobot robot = new SimulatedRobot(scene, seed);
    robot.setPace(realTime ? Pace.REAL : Pace.MAX);
    return robot;
  }

  /**
   * Reaches a robot over ROS 2. It does not move before it is armed.
   *
   * @param confirmation asked before every command
   * @param reports told of every command, stop and doubt, on any thread
   * @throws InvalidInputException when its file asks for what cannot be
   * @throws io.souschef.skills.execution.RobotException when nobody answers
   */
  public static RosRobot robot(
      RobotConfig config, StepConfirmation confirmation, Consumer<RobotEvent> reports) {
    RosTransport transport = Transports.connect(config.connection(), config.catalog());
    try {
      return new RosRobot(transport, config, confirmation, reports);
    } catch (RuntimeException e) {
      transport.close();
      throw e;
    }
  }

  /** Whether a language model can be planned with in a mode. */
  public static boolean isAble(PlanMode mode, UsefulnessScorer say) {
    return mode == PlanMode.STEPS
        || writesPrograms(say)
        || (mode != PlanMode.JOINT && generator(say).isPresent());
  }

  /**
   * When a person is asked what is meant.
   *
   * @param choice unsure, never, or a target in (0, 1) such as 0.85
   * @param llm the language model, as it was chosen
   * @throws InvalidInputException when it is none of these, or nobody has calibrated that model
   */
  public static Asking asking(String choice, String llm) {
    return switch (choice) {
      case Configuration.UNSURE -> Asking.usual();
      case Configuration.NEVER -> new Asking.Never();
      default -> forTarget(choice, llm);
    };
  }

  private static Asking forTarget(String choice, String llm) {
    if (!choice.matches("0?\\.[0-9]{1,6}")) {
      throw new InvalidInputException(
          "--ask must be unsure, never, or a target between 0 and 1 such as 0.85, got '%s'"
              .formatted(choice));
    }
    if (!llm.equals(LanguageModels.EMBEDDED)) {
      throw new InvalidInputException(
          "--ask %s needs a calibrated language model, and '%s' is none; take --ask unsure or never"
              .formatted(choice, llm));
    }
    return AskingCalibration.shipped().forTarget(Double.parseDouble(choice));
  }

  /**
   * Wires a planner.
   *
   * @param asking when the user is asked what is meant, where the mode asks
   * @param user who is asked and told, where the mode asks and tells
   * @throws InvalidInputException when the language model writes no programs
   */
  public static EpisodePlanner planner(
      PlanMode mode,
      Asking asking,
      SkillLibrary library,
      UsefulnessScorer say,
      AffordanceFunction can,
      User user,
      SayCanPlanner.Settings settings) {
    return planner(mode, asking, Tries.STANDARD, library, say, can, user, settings);
  }

  /**
   * The same.
   *
   * @param tries how many programs are written, rehearsed and mended, where the mode has any
   */
  public static EpisodePlanner planner(
      PlanMode mode,
      Asking asking,
      Tries tries,
      SkillLibrary library,
      UsefulnessScorer say,
      AffordanceFunction can,
      User user,
      SayCanPlanner.Settings settings) {
    if (mode == PlanMode.STEPS) {
      return new SayCanPlanner(library, say, can, settings, System::nanoTime);
    }
    ProgramPlanner.Settings program =
        ProgramPlanner.Settings.standard(settings.stepLimit())
            .lookingAhead(mode != PlanMode.IN_ORDER)
            .asking(asking);
    if (mode == PlanMode.REHEARSED) {
      program = program.rehearsing(tries.ranking());
    }
    if (mode == PlanMode.JOINT) {
      return joint(library, say, can, user, program);
    }
    if (say instanceof ProgramWriter writer && writer.isAble()) {
      return new ProgramPlanner(library, writer, can, user, program, System::nanoTime);
    }
    TextGenerator generator =
        generator(say)
            .orElseThrow(
                () ->
                    new InvalidInputException(
                        "Language model '%s' writes no programs; take --plan steps, or --llm embedded"
                            .formatted(say.name())));
    return new DraftPlanner(
        library,
        new DraftPlanner.Writer(say.name(), generator, tries.drafts()),
        can,
        user,
        program,
        System::nanoTime);
  }

  private static EpisodePlanner joint(
      SkillLibrary library,
      UsefulnessScorer say,
      AffordanceFunction can,
      User user,
      ProgramPlanner.Settings settings) {
    if (say instanceof ProgramWriter writer && writer.isAble()) {
      return new JointPlanner(
          library,
          new JointPlanner.Model(writer, say),
          can,
          user,
          settings,
          Blend.STANDARD,
          System::nanoTime);
    }
    throw new InvalidInputException(
        "Language model '%s' does not both write programs and score skills; take --plan program or"
                .formatted(say.name())
            + " steps, or --llm embedded");
  }

  /** Opens the value function that Souschef ships. */
  public static AffordanceFunction can() {
    return OnnxAffordanceFunction.shipped();
  }

  /**
   * Opens a value function.
   *
   * @param choice learned, learned:FILE, analytic, none, or what a plug-in calls itself
   * @param library the skills that it is asked about
   * @throws InvalidInputException when the choice is unknown or its file is of no use
   */
  public static AffordanceFunction can(String choice, SkillLibrary library, Plugins plugins) {
    String file = Port.argument(choice);
    if (choice.startsWith("learned:") && !file.isBlank()) {
      return OnnxAffordanceFunction.open(Path.of(file));
    }
    return switch (choice) {
      case "learned" -> can();
      case "analytic" -> new AnalyticAffordance(library);
      case "none" -> AffordanceFunction.none();
      default -> plugins.open(Port.AFFORDANCE, AffordanceFunction.class, choice);
    };
  }
}
