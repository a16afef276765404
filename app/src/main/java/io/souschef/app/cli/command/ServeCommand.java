package io.souschef.app.cli.command;

import io.souschef.app.cli.option.KitchenOptions;
import io.souschef.app.cli.option.PlannerOptions;
import io.souschef.app.cli.option.SimulatedWorlds;
import io.souschef.app.cli.option.TermsOptions;
import io.souschef.app.cli.terminal.Exit;
import io.souschef.app.cli.terminal.FreshFolder;
import io.souschef.planner.affordance.AffordanceFunction;
import io.souschef.planner.limit.Terms;
import io.souschef.planner.usefulness.UsefulnessScorer;
import io.souschef.skills.InvalidInputException;
import io.souschef.web.WebServer;
import io.souschef.web.live.Commands;
import io.souschef.web.live.LiveKitchen;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Opens a live kitchen in the browser. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./souschef serve",
      "  ./souschef serve --port 9000 --pace max",
    },
    description = "Opens a live kitchen in the browser: type what you want, watch it happen.")
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

  @Mixin private KitchenOptions world = new KitchenOptions();

  @Mixin private PlannerOptions options = new PlannerOptions();

  @Mixin private TermsOptions conditions = new TermsOptions();

  @Override
  public Integer call() {
    PrintWriter writer = spec.commandLine().getOut();
    WebServer.Address address = new WebServer.Address(host, port, token);
    Terms terms = conditions.terms();
    terms.require(options.library(), world.read(world.seed()).kitchen().vocabulary());
    CountDownLatch end = new CountDownLatch(1);
    CountDownLatch ended = new CountDownLatch(1);
    Thread hook =
        new Thread(
            () -> {
              end.countDown();
              awaitQuietly(ended);
            },
            "ctrl-c");
    try (UsefulnessScorer say = options.say();
        ServedMinds minds = new ServedMinds(options, say, terms);
        LiveKitchen kitchen =
            new LiveKitchen(
                SimulatedWorlds.of(world),
                world.seed(),
                factor(),
                out == null ? FreshFolder.named("serve") : out)) {
      minds.asks(kitchen.questions());
      AffordanceFunction can = minds.function(options.affordance());
      minds.require();
      try (WebServer server = WebServer.open(address, kitchen, new Commands(kitchen, minds))) {
        Runtime.getRuntime().addShutdownHook(hook);
        writer.println("kitchen " + server.url());
        writer.println("plans with %s and %s".formatted(say.name(), can.name()));
        writer.println("Ctrl-C ends it");
        writer.flush();
        awaitEnd(end);
      }
    } finally {
      ended.countDown();
    }
    return Exit.DONE;
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

  private static void awaitEnd(CountDownLatch end) {
    try {
      end.await();
    } catch (InterruptedException e) {
      return; // whoever runs this in a thread wants it to end, in order and with nothing broken off
    }
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      // Models that still compute must not be torn down under them.
      boolean unused = latch.await(15, java.util.concurrent.TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
