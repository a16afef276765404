package io.souschef.planner.program.draft;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the program in what a model wrote: chat models put it into fences. Stateless. */
final class SourceText {

  private static final Pattern FENCED = Pattern.compile("(?s)```[a-zA-Z]*[ \\t]*\\R(.*?)(?:```|$)");
  private static final Pattern HEADING = Pattern.compile("^\\s*Program:[ \\t]*\\R?");

  private SourceText() {}

  static String of(String written) {
    Matcher fenced = FENCED.matcher(written);
    String text = fenced.find() ? fenced.group(1) : written;
    for (String end : new String[] {DraftPrompt.END, DraftPrompt.REQUEST}) {
      int at = text.indexOf(end);
      text = at < 0 ? text : text.substring(0, at);
    }
    return HEADING.matcher(text).replaceFirst("").strip();
  }
}
