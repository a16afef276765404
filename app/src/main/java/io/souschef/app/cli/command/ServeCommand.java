package io.souschef.app.cli.command;

import io.souschef.app.cli.option.KitchenOptions;
import io.souschef.app.cli.option.PlannerOptions;
import io.souschef.app.cli.option.RobotOptions;
import io.souschef.app.cli.option.TermsOptions;
import io.souschef.app.cli.robot.ServedRobot;
import io.souschef.app.cli.terminal.Exit;
import io.souschef.app.cli.terminal.FreshFolder;
import io.souschef.evaluation.watch.RunWatch;
import io.souschef.planner.limit.Terms;
import io.souschef.planner.usefulness.UsefulnessScorer;
import io.souschef.skills.failure.InvalidInputException;
import io.souschef.web.WebServer;
import io.souschef.web.live.Commands;
import io.souschef.web.live.Live;
import io.souschef.web.live.LiveKitchen;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Opens a live kitchen, a real robot or a run in the browser. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./souschef serve",
      "  ./souschef serve --port 9000 --pace max",
      "  ./souschef serve --robot ros2 --robot-config my-robot.yaml --arm --confirm",
      "  ./souschef serve --run runs/today",
    },
    description = {
      "Opens a live kitchen in the browser: type what you want, watch it happen.",
      "With --robot a real robot instead; with --run an evaluation, while it runs or later."
    })
@SuppressWarnings("try") // what is opened here works by being open
public final class ServeCommand implements Callable<Integer> {

  @SuppressWarnings("NullAway.Init")
  @Spec
  private CommandSpec spec;

  @Option(
      names = "--host",
      defaultValue = "localhost",
      description =
          "Where to listen; anywhere but on loopback needs --token (default: ${DEFAULT-VALUE}).")
  private String host = "localhost";

  @Option(
      names = "--port",
      defaultValue = "8088",
      description = "TCP port; 0 for any free one (default: ${DEFAULT-VALUE}).")
  private int port = 8088;

  @Option(names = "--token", description = "What visitors must show; 16 characters at least.")
  private String token = "";

  @Option(
      names = "--pace",
      paramLabel = "FACTOR",
      defaultValue = "4",
      description = "Robot seconds a second, or max (default: ${DEFAULT-VALUE}).")
  private String pace = "4";

  @Option(
      names = "--out",
      paramLabel = "FOLDER",
      description = "Folder for traces and motion (default: a new one in runs/).")
  private @Nullable Path out;

  @Option(
      names = "--also-llm",
      paramLabel = "MODEL",
      description =
          "A language model that may be chosen in the page beside --llm, named as there; may be"
              + " repeated.")
  private List<String> models = List.of();

  @Option(
      names = "--run",
      paramLabel = "FOLDER",
      description = "Watch an evaluation's run folder instead, while it runs or later.")
  private @Nullable Path run;

  @Mixin private KitchenOptions world = new KitchenOptions();

  @Mixin private PlannerOptions options = new PlannerOptions();

  @Mixin private TermsOptions conditions = new TermsOptions();

  @Mixin private RobotOptions robotOptions = new RobotOptions();

  @Override
  public Integer call() {
    WebServer.Address address = new WebServer.Address(host, port, token);
    try (Serving serving = new Serving(spec.commandLine().getOut())) {
      Path watched = run;
      if (watched != null) {
        watch(watched, address, serving);
      } else if (robotOptions.isRos2()) {
        requireNoKitchen();
        serveRobot(address, serving);
      } else if (robotOptions.isSimulated()) {
        serveKitchen(address, serving);
      } else {
        throw new InvalidInputException(
            "Robot '%s' cannot be served; pass --robot sim or ros2"
                .formatted(robotOptions.choice()));
      }
    }
    return Exit.DONE;
  }

  private static void watch(Path folder, WebServer.Address address, Serving serving) {
    RunWatch watched = RunWatch.of(folder);
    try (WebServer server = WebServer.open(address, watched)) {
      serving.awaitEnd(List.of("run " + server.url()), () -> {});
    }
  }

  private void requireNoKitchen() {
    if (!world.isStandard() || world.hasOwnKitchen()) {
      throw new InvalidInputException(
          "--scene and --kitchen are for the simulated robot; leave them out with --robot ros2");
    }
  }

  private void serveRobot(WebServer.Address address, Serving serving) {
    Terms terms = conditions.terms();
    PrintWriter err = spec.commandLine().getErr();
    try (UsefulnessScorer say = options.say();
        ServedRobot robot =
            new ServedRobot(robotOptions, options, terms, spec.commandLine().getOut(), err);
        ServedMinds minds = new ServedMinds(options, models, say, terms, robot.library(), true);
        Live live = robot.open(folder())) {
      serve(live, minds, address, "robot", say.name(), serving, robot::interrupted);
    }
  }

  private void serveKitchen(WebServer.Address address, Serving serving) {
    Terms terms = conditions.terms();
    terms.require(options.library(), world.read(world.seed()).kitchen().vocabulary());
    try (UsefulnessScorer say = options.say();
        ServedMinds minds = new ServedMinds(options, models, say, terms, options.library(), false);
        Live live =
            new LiveKitchen(
                world
                    .worlds()
                    .requiring(kitchen -> terms.require(options.library(), kitchen.vocabulary())),
                world.seed(),
                factor(),
                folder())) {
      serve(live, minds, address, "kitchen", say.name(), serving, () -> {});
    }
  }

  private void serve(
      Live live,
      ServedMinds minds,
      WebServer.Address address,
      String what,
      String say,
      Serving serving,
      Runnable onEnd) {
    minds.asks(live.questions());
    String can = minds.function(options.affordance()).name();
    minds.require();
    try (WebServer server = WebServer.open(address, live, new Commands(live, minds))) {
      serving.awaitEnd(
          List.of(what + " " + server.url(), "plans with %s and %s".formatted(say, can)), onEnd);
    }
  }

  private Path folder() {
    return out == null ? FreshFolder.named("serve") : out;
  }

  private double factor() {
    if (pace.equalsIgnoreCase("max")) {
      return Double.POSITIVE_INFINITY;
    }
    try {
      double factor = Double.parseDouble(pace);
      if (factor >= 0.1 && factor <= 1000) {
        return factor;
      }
    } catch (NumberFormatException e) {
      throw wrongPace(e);
    }
    throw wrongPace(null);
  }

  private InvalidInputException wrongPace(@Nullable Exception cause) {
    String message = "--pace must be a number from 0.1 to 1000, or max; got '%s'".formatted(pace);
    return cause == null
        ? new InvalidInputException(message)
        : new InvalidInputException(message, cause);
  }
}
