package io.souschef.app.docs;

import io.souschef.app.cli.Commands;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What README and docs tell people to type and to write. Stateless. */
final class Documentation {

  private static final Path ROOT = Path.of("..");

  /** In a block a command begins a line, in a sentence it stands between backticks. */
  private static final Pattern COMMAND =
      Pattern.compile(
          "(?m)^[ \\t]*(?:[$] )?\\./souschef( (?:[^\\n"
              + "#]|\\\\\\n"
              + "|#(?! ))*)|`(?:\\./)?souschef( [^`]*)`");

  private static final Pattern BLOCK = Pattern.compile("(?s)```(\\w+)\\n(.*?)```");
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)");

  private Documentation() {}

  /** A command as a page tells it, its words without the program's name. */
  record Command(String page, List<String> words) {
    boolean has(String word) {
      return words.stream().anyMatch(each -> each.equals(word) || each.startsWith(word + "="));
    }

    @Override
    public String toString() {
      return page + ": " + String.join(" ", words);
    }
  }

  /** Every page for people. */
  static List<Path> pages() {
    try (Stream<Path> docs = Files.list(ROOT.resolve("docs"))) {
      List<Path> pages =
          new ArrayList<>(List.of(ROOT.resolve("README.md"), ROOT.resolve("CONTRIBUTING.md")));
      docs.filter(file -> file.toString().endsWith(".md")).sorted().forEach(pages::add);
      return pages;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every command of every page; of alternatives ("a|b") and of what may be left out the first. */
  static List<Command> commands() {
    List<Command> commands = new ArrayList<>();
    for (Path page : pages()) {
      Matcher matcher = COMMAND.matcher(text(page));
      while (matcher.find()) {
        String line = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
        commands.add(new Command(String.valueOf(page.getFileName()), words(line)));
      }
    }
    return commands.stream().distinct().toList();
  }

  private static List<String> words(String line) {
    String plain =
        line.replace("\\\n", " ").replaceAll("\\[[^]]*]", "").replaceAll("&&.*|[>;].*|·.*", "");
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(plain);
    while (matcher.find()) {
      if (matcher.group(3) == null) {
        words.add(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
      } else {
        words.add(matcher.group(3).replaceAll("\\|.*", ""));
      }
    }
    return words;
  }

  /** Every example in the help of a command. */
  static List<Command> examples() {
    List<Command> examples = new ArrayList<>();
    Commands.helpOfAll()
        .forEach(
            (name, help) -> {
              Matcher matcher = COMMAND.matcher(help);
              while (matcher.find()) {
                examples.add(new Command(name + " --help", words(matcher.group(1))));
              }
            });
    return examples;
  }

  /** The blocks of a page in a language. */
  static List<String> blocks(String page, String language) {
    List<String> blocks = new ArrayList<>();
    Matcher matcher = BLOCK.matcher(text(ROOT.resolve(page)));
    while (matcher.find()) {
      if (matcher.group(1).equals(language)) {
        blocks.add(matcher.group(2));
      }
    }
    return blocks;
  }

  private static String text(Path page) {
    try {
      return Files.readString(page);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
