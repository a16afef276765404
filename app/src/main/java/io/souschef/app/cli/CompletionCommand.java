package io.souschef.app.cli;

import io.souschef.app.cli.terminal.Exit;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints what makes a shell complete commands and options. */
@Command(
    name = "completion",
    mixinStandardHelpOptions = true,
    description = "Prints a script that completes commands and options in a shell.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  source <(./souschef completion bash)",
      "  source <(./souschef completion zsh)",
      "  ./souschef completion fish | source"
    })
final class CompletionCommand implements Callable<Integer> {

  /** A shell. */
  enum Shell {
    BASH,
    ZSH,
    FISH
  }

  /** Lists of values, which are typed in lower case. */
  private static final Pattern VALUES = Pattern.compile("_option_args=\\([^)]*\\)");

  @SuppressWarnings("NullAway.Init")
  @Spec
  private CommandSpec spec;

  @Parameters(paramLabel = "SHELL", description = "bash, zsh or fish.")
  private Shell shell = Shell.BASH;

  @Override
  public Integer call() {
    CommandLine commands = Main.commands();
    String script =
        shell == Shell.FISH
            ? FishCompletion.script("souschef", commands)
            : VALUES
                .matcher(AutoComplete.bash("souschef", commands))
                .replaceAll(values -> values.group().toLowerCase(Locale.ROOT));
    if (shell == Shell.ZSH) {
      script =
          "autoload -U +X compinit && compinit\nautoload -U +X bashcompinit && bashcompinit\n"
              + script;
    }
    spec.commandLine().getOut().println(script);
    return Exit.DONE;
  }
}
