package io.souschef.app.cli.robot;

import io.souschef.app.Assembly;
import io.souschef.app.cli.option.PlannerOptions;
import io.souschef.app.cli.option.RecordOption;
import io.souschef.app.cli.option.RobotOptions;
import io.souschef.app.cli.option.TermsOptions;
import io.souschef.app.cli.terminal.Exit;
import io.souschef.app.cli.terminal.Signals;
import io.souschef.app.episode.RobotReports;
import io.souschef.app.recording.Recorder;
import io.souschef.app.robot.GraphUser;
import io.souschef.app.robot.PlanningNode;
import io.souschef.planner.EpisodePlanner;
import io.souschef.planner.affordance.AffordanceFunction;
import io.souschef.planner.usefulness.UsefulnessScorer;
import io.souschef.ros.RosRobot;
import io.souschef.ros.Transports;
import io.souschef.ros.config.RobotConfig;
import io.souschef.ros.task.QuestionDesk;
import io.souschef.ros.task.TaskServer;
import io.souschef.ros.transport.RosTransport;
import io.souschef.skills.SkillLibrary;
import io.souschef.skills.failure.InvalidInputException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The planner as a ROS 2 node, until Ctrl-C. */
@Command(
    name = "node",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./souschef node --robot ros2 --robot-config my-robot.yaml --arm",
      "  ./souschef node --robot ros2 --robot-config my-robot.yaml --arm --busy queue",
    },
    description = "The planner as a ROS 2 node: others ask it for tasks (action do_task).")
public final class NodeCommand implements Callable<Integer> {

  /** What is printed once tasks can be asked for. */
  static final String READY = "The planner is ready";

  /** Longest that a question may wait: a day, seconds. */
  private static final int LONGEST_S = 86_400;

  @SuppressWarnings("NullAway.Init")
  @Spec
  private CommandSpec spec;

  @Option(
      names = "--name",
      defaultValue = "souschef",
      description =
          "Below which its action, services and topics stand (default: ${DEFAULT-VALUE}).")
  private String name = "souschef";

  @Option(
      names = "--busy",
      defaultValue = "refuse",
      description =
          "What becomes of a task that is asked for while one runs: refuse or queue (default:"
              + " ${DEFAULT-VALUE}).")
  private TaskServer.Policy whileBusy = TaskServer.Policy.REFUSE;

  @Option(
      names = "--answer-within",
      paramLabel = "SECONDS",
      defaultValue = "60",
      description =
          "How long a question waits for its answer (default: ${DEFAULT-VALUE}); then the task ends"
              + " as unanswered. 0: nobody is waited for.")
  private double answerWithin = 60;

  @Mixin private PlannerOptions options = new PlannerOptions();

  @Mixin private TermsOptions conditions = new TermsOptions();

  @Mixin private RobotOptions robotOptions = new RobotOptions();

  @Mixin private RecordOption record = new RecordOption();

  @Override
  public Integer call() throws InterruptedException {
    if (!name.matches("[A-Za-z_][A-Za-z0-9_]*(/[A-Za-z_][A-Za-z0-9_]*)*")) {
      throw new InvalidInputException(
          "--name '%s' is no name of ROS 2; write it like souschef or kitchen/souschef"
              .formatted(name));
    }
    if (!(answerWithin >= 0 && answerWithin <= LONGEST_S)) {
      throw new InvalidInputException(
          "--answer-within is from 0 to %s seconds, not %s".formatted(LONGEST_S, answerWithin));
    }
    PrintWriter out = spec.commandLine().getOut();
    RobotConfig config = robotOptions.config();
    RobotRun run =
        new RobotRun(options, conditions.terms(), robotOptions, out, spec.commandLine().getErr());
    SkillLibrary library = run.runnable(config, options.library());
    String below = config.connection().resolve(name);
    try (UsefulnessScorer say = options.say();
        AffordanceFunction can = options.can();
        RosTransport transport = Transports.connect(config.connection(), config.catalog());
        QuestionDesk desk =
            new QuestionDesk(transport, below, Duration.ofMillis(Math.round(answerWithin * 1000)));
        Recorder recorder = Recorder.of(record.file(), config);
        RosRobot robot =
            Assembly.robot(
                config,
                robotOptions.confirmation(out),
                event -> {
                  recorder.accept(RobotReports.reported(event));
                  run.tell(event);
                })) {
      GraphUser user = new GraphUser(desk);
      EpisodePlanner planner =
          run.bound(options.planner(library, say, can, user, true), say, robot);
      Signals.watch(robot::giveUp);
      if (robotOptions.isArmed()) {
        RobotRun.arm(robot);
      }
      CountDownLatch end = new CountDownLatch(1);
      Thread hook = new Thread(() -> leave(run, robot, recorder, end), "leave");
      Runtime.getRuntime().addShutdownHook(hook);
      try (PlanningNode node =
          new PlanningNode(
              transport,
              below,
              planner,
              robot,
              user,
              Map.of("node", below, "robot", robotOptions.configName()),
              whileBusy,
              recorder)) {
        out.println("%s: action %s/do_task; Ctrl-C ends it".formatted(READY, below));
        out.flush();
        end.await();
        node.cancel();
      }
    }
    return Exit.DONE;
  }

  /**
   * Stops the robot before anything is torn down, and ends the recording: nobody waits for more.
   */
  private static void leave(RobotRun run, RosRobot robot, Recorder recorder, CountDownLatch end) {
    run.interrupted(robot);
    end.countDown();
    robot.close();
    recorder.close();
  }
}
