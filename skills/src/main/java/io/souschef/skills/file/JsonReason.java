package io.souschef.skills.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.PropertyBindingException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is wrong with a JSON or YAML text, in words that know nothing of Java. Stateless. */
public final class JsonReason {

  /** Names of classes and methods, and pieces of a text that may be of any length. */
  private static final Pattern INNARDS =
      Pattern.compile(
          " ?\\([^()]*\\[Source: .*|,? ?(\\(?from )?`\\w+(\\.\\w+)*\\(\\)`|, from"
              + " [A-Za-z.]+(?=\\))| \\(through reference chain.*");

  private JsonReason() {}

  /** Where and what: "field plan.seeds.0: a whole number is wanted, got text". */
  public static String of(JsonProcessingException e) {
    String field = field(e);
    return (field.isEmpty() ? "" : "field " + field + ": ") + what(e);
  }

  /** Where in the text: "plan.seeds.0"; empty for the whole of it. */
  public static String field(JsonProcessingException e) {
    return e instanceof JsonMappingException mapping
        ? mapping.getPath().stream()
            .map(
                part ->
                    Objects.requireNonNullElseGet(
                        part.getFieldName(), () -> Integer.toString(part.getIndex())))
            .collect(Collectors.joining("."))
        : "";
  }

  /** What is wrong there. */
  public static String what(JsonProcessingException e) {
    if (e instanceof PropertyBindingException unknown) {
      Collection<Object> known = unknown.getKnownPropertyIds();
      return "there is no field '%s'%s"
          .formatted(
              unknown.getPropertyName(),
              known == null || known.isEmpty()
                  ? ""
                  : "; there are "
                      + String.join(
                          ", ", new TreeSet<>(known.stream().map(Object::toString).toList())));
    }
    if (e instanceof InvalidFormatException format && format.getTargetType().isEnum()) {
      return "'%s' is none of %s".formatted(format.getValue(), constants(format.getTargetType()));
    }
    if (e instanceof InvalidFormatException format) {
      return "%s is wanted, got '%s'".formatted(wanted(format.getTargetType()), format.getValue());
    }
    if (e instanceof InvalidTypeIdException type) {
      return type.getTypeId() == null
          ? "its kind is not told"
          : "there is no kind '%s'".formatted(type.getTypeId());
    }
    if (e instanceof ValueInstantiationException value) {
      Throwable cause = value.getCause();
      return cause instanceof IllegalArgumentException && cause.getMessage() != null
          ? cause.getMessage()
          : "something is missing in it";
    }
    if (e instanceof MismatchedInputException mismatch) {
      return mismatched(mismatch);
    }
    return plain(String.valueOf(e.getOriginalMessage())).lines().findFirst().orElse("malformed");
  }

  /** What a reader says without what only programmers know: "(1001) exceeds the maximum (1000)". */
  public static String plain(String message) {
    return INNARDS.matcher(message).replaceAll("");
  }

  private static String mismatched(MismatchedInputException e) {
    String message = String.valueOf(e.getOriginalMessage());
    if (message.startsWith("Trailing token")) {
      return "something follows its end";
    }
    if (message.startsWith("Missing") || message.startsWith("Null value")) {
      return "it is missing";
    }
    if (message.startsWith("No content")) {
      return "there is nothing";
    }
    return wanted(e.getTargetType()) + " is wanted here";
  }

  private static String constants(Class<?> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(constant -> ((Enum<?>) constant).name().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(", "));
  }

  private static String wanted(@Nullable Class<?> type) {
    if (type == null || type == Object.class) {
      return "something else";
    }
    if (type == String.class || type == Character.class) {
      return "text";
    }
    if (type.isEnum()) {
      return "one of " + constants(type);
    }
    if (type == boolean.class || type == Boolean.class) {
      return "true or false";
    }
    if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
      return "a whole number";
    }
    if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
      return "a number";
    }
    return Collection.class.isAssignableFrom(type) || type.isArray()
        ? "a list"
        : Map.class.isAssignableFrom(type) || type.isRecord()
            ? "an object with fields"
            : "another value";
  }
}
