package io.souschef.app.cli;

import io.souschef.app.cli.terminal.Exit;
import io.souschef.app.cli.terminal.Failure;
import io.souschef.app.cli.terminal.Mistake;
import io.souschef.app.cli.terminal.OutputStreams;
import io.souschef.app.cli.terminal.TerminalWriter;
import java.io.FileDescriptor;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.Spec;

/** The command {@code souschef}: parses arguments, turns outcomes into exit codes. */
@Command(
    name = "souschef",
    description = "Say what you want; a robot in a kitchen, simulated or real, does it.",
    mixinStandardHelpOptions = true,
    version = "souschef 0.1.0",
    synopsisSubcommandLabel = "COMMAND")
public final class Main implements Runnable {

  @SuppressWarnings("NullAway.Init")
  @Spec
  private CommandSpec spec;

  /** Runs one command and exits with its code. */
  public static void main(String[] arguments) {
    // What people and machines read must not depend on where it is read.
    Locale.setDefault(Locale.Category.FORMAT, Locale.ROOT);
    OutputStreams out = OutputStreams.of(FileDescriptor.out);
    PrintWriter err = OutputStreams.of(FileDescriptor.err).writer();
    PrintWriter writer = out.writer();
    int code = run(arguments, writer, err);
    writer.flush();
    if (out.failure().isPresent()) {
      err.println("souschef: the output cannot be written (%s)".formatted(out.failure().get()));
      code = Math.max(code, Exit.NOT_DONE);
    }
    err.flush();
    System.exit(code);
  }

  /** The same without exiting, for tests. */
  public static int run(String[] arguments, PrintWriter out, PrintWriter err) {
    PrintWriter shown = new PrintWriter(new TerminalWriter(out));
    PrintWriter complaints = new PrintWriter(new TerminalWriter(err));
    try {
      return commands(arguments)
          .setOut(shown)
          .setErr(complaints)
          .setExecutionExceptionHandler(new Breakdowns(complaints))
          .setExecutionStrategy(parsed -> execute(parsed, out, shown))
          .execute(arguments);
    } catch (Error e) {
      return Failure.report(e, complaints);
    } finally {
      shown.flush();
      complaints.flush();
    }
  }

  /** Help is all our own and painted by picocli, so that its colours may pass. */
  private static int execute(ParseResult parsed, PrintWriter out, PrintWriter shown) {
    CommandLine root = parsed.commandSpec().commandLine().setOut(out);
    @Nullable Integer helped = CommandLine.executeHelpRequest(parsed);
    root.setOut(shown);
    return helped == null ? new RunLast().execute(parsed) : helped;
  }

  /** Every command, as it is parsed. */
  static CommandLine commands() {
    return commands(CommandName.values());
  }

  /** What these arguments need: reading about all commands takes longer than most of them. */
  private static CommandLine commands(String[] arguments) {
    Optional<CommandName> named =
        arguments.length == 0 ? Optional.empty() : CommandName.of(arguments[0]);
    return named.filter(name -> name != CommandName.COMPLETION).isPresent()
        ? commands(named.get())
        : commands();
  }

  private static CommandLine commands(CommandName... names) {
    CommandLine commands = new CommandLine(new Main());
    for (CommandName name : names) {
      commands.addSubcommand(name.command());
    }
    commands
        .setCaseInsensitiveEnumValuesAllowed(true)
        // A word that begins with @ is a word: what is said to a robot names no files.
        .setExpandAtFiles(false)
        .setParameterExceptionHandler(new Misuses());
    Mistake.convertPlainly(commands);
    Help.complete(commands);
    return commands;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "A command is missing");
  }

  /** What a command that broke down ends with. */
  private record Breakdowns(PrintWriter complaints) implements IExecutionExceptionHandler {
    @Override
    public int handleExecutionException(
        Exception thrown, CommandLine command, @Nullable ParseResult parsed) {
      return Failure.report(thrown, complaints);
    }
  }

  /** What a command line that says nothing ends with. */
  private static final class Misuses implements IParameterExceptionHandler {
    @Override
    public int handleParseException(ParameterException e, String[] arguments) {
      CommandLine command = e.getCommandLine();
      String named = command.getCommandSpec().qualifiedName();
      String sentence = Mistake.sentence(e);
      String see = sentence.endsWith("?") ? " See" : "; see";
      command.getErr().println("souschef: %s%s `%s --help`".formatted(sentence, see, named));
      command.getErr().flush();
      return Exit.USER_MISTAKE;
    }
  }
}
