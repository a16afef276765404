package io.souschef.app.cli.terminal;

import io.souschef.skills.text.Shown;
import io.souschef.skills.text.Suggestion;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is wrong with a command line, in one sentence of words a user knows. Stateless. */
public final class Mistake {

  private Mistake() {}

  /** Numbers that say what they want. */
  public static void convertPlainly(CommandLine commands) {
    commands.registerConverter(
        int.class, new Whole<>(Integer::valueOf, Integer.MIN_VALUE, Integer.MAX_VALUE));
    commands.registerConverter(
        Integer.class, new Whole<>(Integer::valueOf, Integer.MIN_VALUE, Integer.MAX_VALUE));
    commands.registerConverter(
        long.class, new Whole<>(Long::valueOf, Long.MIN_VALUE, Long.MAX_VALUE));
    commands.registerConverter(
        Long.class, new Whole<>(Long::valueOf, Long.MIN_VALUE, Long.MAX_VALUE));
  }

  /**
   * A converter of whole numbers. No lambda stands for an interface of picocli, here or elsewhere:
   * its classes are of a form so old that Java 17 crashes where it archives such a lambda.
   */
  private record Whole<T>(Function<String, T> reader, long low, long high)
      implements ITypeConverter<T> {
    @Override
    public T convert(String text) {
      try {
        return reader.apply(text);
      } catch (NumberFormatException e) {
        throw new TypeConversionException(
            String.format(
                Locale.ROOT, "'%s' is no whole number from %d to %d", Shown.line(text), low, high));
      }
    }
  }

  /** "Invalid value for option '--affordance': 'x' is none of learned, analytic, none". */
  public static String sentence(ParameterException e) {
    ArgSpec argument = e.getArgSpec();
    if (argument != null && e.getValue() != null && argument.type().isEnum()) {
      return "Invalid value for %s: '%s' is none of %s"
          .formatted(
              name(argument),
              Shown.line(e.getValue()),
              String.join(", ", choices(argument.type())));
    }
    String message =
        Shown.line(
            String.valueOf(e.getMessage())
                .lines()
                .findFirst()
                .orElse("the arguments are malformed"));
    if (e instanceof UnmatchedArgumentException unmatched && !unmatched.getUnmatched().isEmpty()) {
      return unmatched(unmatched.getUnmatched().get(0), e.getCommandLine());
    }
    return message;
  }

  private static String unmatched(String word, CommandLine command) {
    String shown = Shown.line(word);
    if (word.startsWith("-")) {
      return "There is no option '%s'%s"
          .formatted(
              shown, Suggestion.question(word, command.getCommandSpec().optionsMap().keySet()));
    }
    Optional<Class<?>> choice =
        command.getCommandSpec().positionalParameters().stream()
            .<Class<?>>map(parameter -> parameter.auxiliaryTypes()[0])
            .filter(Class::isEnum)
            .filter(type -> !choices(type).contains(word.toLowerCase(Locale.ROOT)))
            .findFirst();
    if (choice.isPresent()) {
      List<String> choices = choices(choice.get());
      return "'%s' is none of %s%s"
          .formatted(shown, String.join(", ", choices), Suggestion.question(word, choices));
    }
    return command.getSubcommands().isEmpty()
        ? "'%s' is one word too many".formatted(shown)
        : "There is no command '%s'%s"
            .formatted(shown, Suggestion.question(word, command.getSubcommands().keySet()));
  }

  private static String name(ArgSpec argument) {
    return argument.isOption()
        ? "option '%s'".formatted(((CommandLine.Model.OptionSpec) argument).longestName())
        : argument.paramLabel();
  }

  private static List<String> choices(Class<?> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(constant -> String.valueOf(constant).toLowerCase(Locale.ROOT))
        .toList();
  }
}
