package io.souschef.skills;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.souschef.skills.SkillTemplate.ArgumentType;
import io.souschef.skills.effect.Declaration;
import io.souschef.skills.effect.Duration;
import io.souschef.skills.effect.Effects;
import io.souschef.skills.effect.Needs;
import io.souschef.skills.effect.Needs.Need;
import io.souschef.skills.effect.condition.Condition;
import io.souschef.skills.effect.condition.ConditionParser;
import io.souschef.skills.failure.FailureReason;
import io.souschef.skills.failure.InvalidInputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What an entry of a skills file says that the skill needs and does. */
record DeclarationEntry(
    @Nullable List<@Nullable NeedEntry> needs,
    @Nullable List<@Nullable String> effects,
    @Nullable Double seconds,
    @Nullable Double secondsPerMetre) {

  private static final Pattern SLOT = Pattern.compile("\\{([^{}]*)}");

  /** Words of a message that stand for no argument. */
  private static final Set<String> OWN = Set.of("held", "the held", "here");

  /** A condition alone, or with what is said where it does not hold. */
  record NeedEntry(
      @Nullable String that, @Nullable FailureReason reason, @Nullable String message) {

    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    NeedEntry {}

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static NeedEntry of(String that) {
      return new NeedEntry(that, null, null);
    }
  }

  static DeclarationEntry of(SkillFile.Entry entry) {
    return new DeclarationEntry(
        entry.needs(), entry.effects(), entry.seconds(), entry.secondsPerMetre());
  }

  /** Which arguments are things and which are places. */
  static Map<String, Boolean> sorts(Map<String, ArgumentType> arguments) {
    return arguments.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().isThing()));
  }

  /**
   * The declaration; empty where none is made.
   *
   * @throws InvalidInputException naming place, value and mend
   */
  Optional<Declaration> declaration(String where, Map<String, ArgumentType> arguments) {
    if (effects == null) {
      if (needs != null || seconds != null || secondsPerMetre != null) {
        throw new InvalidInputException(
            "%s: it says what it needs or how long it takes but not what it does; write 'effects: []' if it changes nothing"
                .formatted(where));
      }
      return Optional.empty();
    }
    ConditionParser parser = new ConditionParser(names(arguments, true), names(arguments, false));
    List<Need> asked = new ArrayList<>();
    if (needs != null) {
      for (int i = 0; i < needs.size(); i++) {
        asked.add(
            need(
                String.format(Locale.ROOT, "%s, needs[%d]", where, i),
                needs.get(i),
                parser,
                arguments));
      }
    }
    List<Condition> done = new ArrayList<>();
    for (int i = 0; i < effects.size(); i++) {
      done.add(
          parsed(
              String.format(Locale.ROOT, "%s, effects[%d]", where, i),
              effects.get(i),
              parser::parseEffect));
    }
    return Optional.of(new Declaration(new Needs(asked), new Effects(done), duration(where)));
  }

  private Duration duration(String where) {
    try {
      return seconds == null && secondsPerMetre == null
          ? Duration.UNKNOWN
          : new Duration(
              seconds == null ? 0 : seconds, secondsPerMetre == null ? 0 : secondsPerMetre);
    } catch (IllegalArgumentException e) {
      throw new InvalidInputException(where + ": " + e.getMessage(), e);
    }
  }

  private static Set<String> names(Map<String, ArgumentType> arguments, boolean things) {
    return arguments.entrySet().stream()
        .filter(argument -> argument.getValue().isThing() == things)
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  private static Need need(
      String where,
      @Nullable NeedEntry entry,
      ConditionParser parser,
      Map<String, ArgumentType> arguments) {
    Condition condition = parsed(where, entry == null ? null : entry.that(), parser::parse);
    FailureReason reason = entry == null ? null : entry.reason();
    String message = entry == null ? null : entry.message();
    if (message != null) {
      Matcher slots = SLOT.matcher(message);
      while (slots.find()) {
        if (!arguments.containsKey(slots.group(1)) && !OWN.contains(slots.group(1))) {
          throw new InvalidInputException(
              "%s: the message's slot '{%s}' is none of the arguments %s; write one of those, {held}, {the held} or {here}"
                  .formatted(where, slots.group(1), arguments.keySet()));
        }
      }
    }
    return new Need(
        condition,
        reason == null ? condition.reason() : reason,
        message == null ? condition.message() : message);
  }

  private static Condition parsed(
      String where, @Nullable String text, Function<String, Condition> parser) {
    if (text == null || text.isBlank()) {
      throw new InvalidInputException(
          where + ": a condition is missing; write for example 'hand is empty'");
    }
    try {
      return parser.apply(text);
    } catch (IllegalArgumentException e) {
      throw new InvalidInputException(where + ": " + e.getMessage(), e);
    }
  }
}
