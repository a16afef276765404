package io.souschef.app.cli;

import io.souschef.app.view.Ink;
import io.souschef.skills.InvalidInputException;
import io.souschef.skills.execution.RobotException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code souschef}: parses arguments, turns outcomes into exit codes. */
@Command(
    name = "souschef",
    description = "Say what you want; a robot in a kitchen, simulated or real, does it.",
    mixinStandardHelpOptions = true,
    version = "souschef 0.1.0",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      RunCommand.class,
      ServeCommand.class,
      ExportCommand.class,
      SkillsCommand.class,
      DoctorCommand.class,
      ModelsCommand.class,
      BenchCommand.class,
      TrainCommand.class,
      EvalCommand.class,
      ReportCommand.class,
      TasksCommand.class,
      RobotCommand.class,
    })
public final class Main implements Runnable {

  /** What a command ends with. */
  public static final class Exit {
    public static final int DONE = 0;
    public static final int NOT_DONE = 1;
    public static final int USER_MISTAKE = 2;
    public static final int INTERNAL_ERROR = 3;

    private Exit() {}
  }

  @SuppressWarnings("NullAway.Init")
  @Spec
  private CommandSpec spec;

  /** Runs one command and exits with its code. */
  public static void main(String[] arguments) {
    PrintWriter out = new PrintWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8));
    PrintWriter err = new PrintWriter(new OutputStreamWriter(System.err, StandardCharsets.UTF_8));
    int code = run(arguments, out, err);
    out.flush();
    err.flush();
    System.exit(code);
  }

  /** The same without exiting, for tests. */
  public static int run(String[] arguments, PrintWriter out, PrintWriter err) {
    CommandLine commands =
        new CommandLine(new Main())
            .setOut(out)
            .setErr(err)
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setParameterExceptionHandler(Main::misused)
            .setExecutionExceptionHandler((e, command, parsed) -> failed(e, command));
    return commands.execute(arguments);
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "A command is missing");
  }

  /** How output may be coloured: the launcher knows whether it goes to a terminal. */
  static Ink ink() {
    return Ink.forOutput(Boolean.getBoolean("souschef.terminal"));
  }

  private static int misused(ParameterException e, String[] arguments) {
    CommandLine command = e.getCommandLine();
    command
        .getErr()
        .println(
            "souschef: %s; see `souschef%s --help`"
                .formatted(
                    String.valueOf(e.getMessage())
                        .lines()
                        .findFirst()
                        .orElse("the arguments are malformed"),
                    command.getCommandName().equals("souschef")
                        ? ""
                        : " " + command.getCommandName()));
    command.getErr().flush();
    return Exit.USER_MISTAKE;
  }

  private static int failed(Exception e, CommandLine command) {
    PrintWriter err = command.getErr();
    if (e instanceof InvalidInputException) {
      err.println("souschef: " + e.getMessage());
      err.flush();
      return Exit.USER_MISTAKE;
    }
    if (e instanceof RobotException) {
      err.println("souschef: " + e.getMessage());
      err.flush();
      return Exit.NOT_DONE;
    }
    err.println("souschef: internal error, please report it with what stands below");
    e.printStackTrace(err);
    err.flush();
    return Exit.INTERNAL_ERROR;
  }
}
