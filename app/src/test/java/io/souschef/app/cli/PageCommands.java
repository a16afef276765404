package io.souschef.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The commands of a page of documentation: its code blocks, and commands within its text. */
final class PageCommands {

  private static final Pattern BLOCK_LINE = Pattern.compile(" {4,}(\\S.*)");
  private static final Pattern SPAN = Pattern.compile("`([^`]+)`");
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

  private PageCommands() {}

  /** Every command of the code blocks, in the page's order. */
  static List<String> blocks(Path page) throws IOException {
    List<String> commands = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    boolean inside = false;
    boolean blank = true;
    for (String text : Files.readAllLines(page)) {
      Matcher code = BLOCK_LINE.matcher(text);
      inside = code.matches() && (inside || blank);
      blank = text.isBlank();
      if (!inside) {
        continue;
      }
      String words = code.group(1).strip();
      if (words.endsWith("\\")) {
        line.append(words, 0, words.length() - 1);
        continue;
      }
      String whole = line.append(words).toString();
      line.setLength(0);
      int comment = whole.indexOf(" # ");
      for (String command : (comment < 0 ? whole : whole.substring(0, comment)).split("&&")) {
        commands.add(command.strip());
      }
    }
    return commands;
  }

  /** Commands for Souschef and for its launch files that stand within the text. */
  static List<String> spans(Path page) throws IOException {
    List<String> commands = new ArrayList<>();
    Matcher span = SPAN.matcher(Files.readString(page));
    while (span.find()) {
      String text = span.group(1).replaceAll("\\s+", " ").replaceAll("[\\[\\]]", "");
      if (text.startsWith("./souschef ") || text.startsWith("ros2 launch ")) {
        commands.add(
            span.group(1).startsWith("ros2") ? span.group(1).replaceAll("\\s+", " ") : text);
      }
    }
    return commands;
  }

  /** A command's words as a shell takes them apart. */
  static List<String> words(String command) {
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(command);
    while (word.find()) {
      words.add(word.group(1) != null ? word.group(1) : word.group(2));
    }
    return words;
  }
}
