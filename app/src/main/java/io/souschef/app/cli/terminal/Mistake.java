package io.souschef.app.cli.terminal;

import io.souschef.skills.text.Shown;
import io.souschef.skills.text.Suggestion;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
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
    commands.registerConverter(Path.class, new Place());
    commands.registerConverter(double.class, new Decimal());
    commands.registerConverter(Double.class, new Decimal());
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

  /** A path that names something: an empty one, as of a variable that is not set, means none. */
  private record Place() implements ITypeConverter<Path> {
    @Override
    public Path convert(String text) {
      if (text.isBlank()) {
        throw new TypeConversionException("a path is wanted, got nothing");
      }
      try {
        return Path.of(text);
      } catch (InvalidPathException e) {
        throw new TypeConversionException(
            "'%s' is no path that this system knows".formatted(Shown.line(text)));
      }
    }
  }

  /** A number as people write it: neither infinite nor hexadecimal, nor with a suffix of Java's. */
  private record Decimal() implements ITypeConverter<Double> {
    private static final Pattern WRITTEN =
        Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?");

    @Override
    public Double convert(String text) {
      double value = WRITTEN.matcher(text).matches() ? Double.parseDouble(text) : Double.NaN;
      if (!Double.isFinite(value)) {
        throw new TypeConversionException(
            "'%s' is no number such as 12 or 0.5".formatted(Shown.line(text)));
      }
      return value;
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
    if (argument != null && e.getValue() != null && argument.type() == boolean.class) {
      return "'%s' behind %s is one word too many; write the option alone"
          .formatted(Shown.line(e.getValue()), name(argument));
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
