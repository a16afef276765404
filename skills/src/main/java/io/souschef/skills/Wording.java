package io.souschef.skills;

import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts nouns into a template's slots the way English wants them. */
final class Wording {

  /** {@code {object}}, {@code {a object}}, {@code {the object}} or {@code {in the object}}. */
  static final Pattern SLOT = Pattern.compile("\\{(?:(a|the|in the) )?([a-z_]+)}");

  private Wording() {}

  static String fill(String text, UnaryOperator<String> wordsOfSlot) {
    Matcher matcher = SLOT.matcher(text);
    return matcher.replaceAll(
        match -> {
          String slot = match.group();
          return Matcher.quoteReplacement(wordsOfSlot.apply(slot.substring(1, slot.length() - 1)));
        });
  }

  /** What stands before the first slot: every filled text begins so. */
  static String beginning(String text) {
    Matcher matcher = SLOT.matcher(text);
    return matcher.find() ? text.substring(0, matcher.start()) : text;
  }

  /** "pick up the object": the slots' own names in place of nouns. */
  static String generic(String text) {
    return fill(
        text, slot -> slot.startsWith("a ") ? slot.replaceFirst("^a (?=[aeiou])", "an ") : slot);
  }
}
