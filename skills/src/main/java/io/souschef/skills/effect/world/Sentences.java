package io.souschef.skills.effect.world;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts a world's words into the message of a need. */
public final class Sentences {

  private static final Pattern SLOT = Pattern.compile("\\{([a-z_ ]+)}");

  private Sentences() {}

  public static String fill(String message, Map<String, String> arguments, SymbolicWorld world) {
    if (message.matches(".*\\{(the )?held}.*") && world.held().isEmpty()) {
      return "There is nothing in the hand";
    }
    return SLOT.matcher(message)
        .replaceAll(slot -> Matcher.quoteReplacement(words(slot, arguments, world)));
  }

  private static String words(
      MatchResult slot, Map<String, String> arguments, SymbolicWorld world) {
    String held = world.held().map(Thing::kind).orElse("nothing");
    return switch (slot.group(1)) {
      case "held" -> held;
      case "the held" -> "the " + held;
      case "here" -> world.robotAt().orElse("place where the robot stands");
      default -> arguments.getOrDefault(slot.group(1), slot.group(1));
    };
  }
}
