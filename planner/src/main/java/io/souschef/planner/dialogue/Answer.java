package io.souschef.planner.dialogue;

import io.souschef.planner.belief.Names;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What a person said when asked to choose: the name of an option however it is spelled, its number
 * or its turn, another word for it, or something that is true of it alone ("the green one").
 *
 * @param words as they were said
 */
public record Answer(String words) {

  private static final List<Pattern> TURNS =
      List.of(
          Pattern.compile("\\b(1|one|first|former)\\b"),
          Pattern.compile("\\b(2|two|second)\\b"),
          Pattern.compile("\\b(3|three|third)\\b"));

  private static final Pattern LAST = Pattern.compile("\\b(last|latter)\\b");

  /** The word before a name that is turned down. */
  private static final Pattern TURNED_DOWN =
      Pattern.compile("\\b(no|not|never|without|except|than)( (a|an|the|that|any))? *$");

  public Answer {
    words = words.toLowerCase(Locale.ROOT).strip();
  }

  /** The option that is meant; empty when none is, or more than one. */
  public Optional<String> among(List<String> options, Names names) {
    List<Predicate<String>> ways =
        List.of(
            words::equals,
            option -> isNamed(option) && options.stream().noneMatch(o -> isLonger(o, option)),
            option -> names.alsoCalled(option).anyMatch(this::isNamed),
            option -> truths(option, names) == most(options, names) && truths(option, names) > 0,
            this::isPartlyNamed);
    for (Predicate<String> way : ways) {
      List<String> meant = options.stream().filter(way).toList();
      if (!meant.isEmpty()) {
        return meant.size() == 1 ? Optional.of(meant.get(0)) : Optional.empty();
      }
    }
    return turn(options);
  }

  /** Whether "lime soda" was said, and not merely "soda". */
  private boolean isLonger(String other, String option) {
    return !other.equals(option) && other.contains(option) && isNamed(other);
  }

  private long most(List<String> options, Names names) {
    return options.stream().mapToLong(option -> truths(option, names)).max().orElse(0);
  }

  /** How many of the words are true of an option. */
  private long truths(String option, Names names) {
    return Arrays.stream(words.split("[^\\p{L}\\p{N}]+"))
        .filter(word -> names.isTrue(option, word) && isNamed(word))
        .count();
  }

  /** Whether a name stands in the answer and is not turned down there: "red bull" is a redbull. */
  private boolean isNamed(String name) {
    String letters =
        Arrays.stream(name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "").split(""))
            .map(Pattern::quote)
            .reduce((a, b) -> a + "[^\\p{L}\\p{N}]*" + b)
            .orElse("");
    return Pattern.compile("(?<![\\p{L}\\p{N}])" + letters + "(s|es)?(?![\\p{L}\\p{N}])")
        .matcher(words)
        .results()
        .anyMatch(found -> !TURNED_DOWN.matcher(words.substring(0, found.start())).find());
  }

  private boolean isPartlyNamed(String option) {
    return Arrays.stream(option.split(" ")).anyMatch(this::isNamed);
  }

  private Optional<String> turn(List<String> options) {
    String number = words.endsWith(" one") ? words.substring(0, words.length() - 4) : words;
    for (int i = 0; i < Math.min(options.size(), TURNS.size()); i++) {
      if (TURNS.get(i).matcher(number).find()) {
        return Optional.of(options.get(i));
      }
    }
    return LAST.matcher(words).find()
        ? Optional.of(options.get(options.size() - 1))
        : Optional.empty();
  }
}
