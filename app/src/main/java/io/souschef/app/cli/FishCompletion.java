package io.souschef.app.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** Completions for the fish shell, which picocli does not write. Stateless. */
final class FishCompletion {

  private FishCompletion() {}

  static String script(String name, CommandLine commands) {
    List<String> lines = new ArrayList<>();
    lines.add("complete -c %s -f".formatted(name));
    add(lines, name, commands, List.of());
    return String.join("\n", lines);
  }

  private static void add(List<String> lines, String name, CommandLine command, List<String> path) {
    String here =
        path.isEmpty()
            ? "__fish_use_subcommand"
            : path.stream()
                .map(word -> "__fish_seen_subcommand_from " + word)
                .collect(Collectors.joining("; and "));
    for (OptionSpec option : command.getCommandSpec().options()) {
      StringBuilder line = new StringBuilder("complete -c %s -n %s".formatted(name, quoted(here)));
      for (String word : option.names()) {
        line.append(word.startsWith("--") ? " -l " : " -s ").append(word.replaceFirst("^-+", ""));
      }
      if (option.arity().max() > 0) {
        line.append(values(option));
      }
      lines.add(line + " -d " + quoted(first(option.description())));
    }
    command
        .getSubcommands()
        .forEach(
            (word, below) -> {
              lines.add(
                  "complete -c %s -n %s -a %s -d %s"
                      .formatted(
                          name,
                          quoted(here),
                          word,
                          quoted(first(below.getCommandSpec().usageMessage().description()))));
              List<String> deeper = new ArrayList<>(path);
              deeper.add(word);
              add(lines, name, below, deeper);
            });
  }

  private static String values(OptionSpec option) {
    if (option.completionCandidates() != null && !option.type().isEnum()) {
      // Names that may be followed by a file.
      return " -F -a " + quoted(String.join(" ", option.completionCandidates()));
    }
    return option.type().isEnum()
        ? " -x -a "
            + quoted(
                Arrays.stream(option.type().getEnumConstants())
                    .map(value -> String.valueOf(value).toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(" ")))
        : " -r -F";
  }

  private static String first(String[] description) {
    return description.length == 0 ? "" : description[0].replaceAll("\\$\\{[^}]*}|%n", "");
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
