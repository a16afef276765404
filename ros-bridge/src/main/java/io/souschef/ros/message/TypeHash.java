package io.souschef.ros.message;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * By which nodes since Iron tell whether they mean the same by a type's name: {@code RIHS01}, as
 * REP-2011 has it, SHA-256 over the type's description and those of all that is in it, written as
 * JSON in one fixed way. Default values and constants do not count.
 */
public final class TypeHash {

  private static final String PREFIX = "RIHS01_";

  /** Kinds of values as {@code type_description_interfaces/msg/FieldType} numbers them. */
  private static final Map<Primitive, Integer> KINDS =
      Map.ofEntries(
          Map.entry(Primitive.INT8, 2),
          Map.entry(Primitive.UINT8, 3),
          Map.entry(Primitive.CHAR, 3), // in ROS 2 a char is a byte without a sign
          Map.entry(Primitive.INT16, 4),
          Map.entry(Primitive.UINT16, 5),
          Map.entry(Primitive.INT32, 6),
          Map.entry(Primitive.UINT32, 7),
          Map.entry(Primitive.INT64, 8),
          Map.entry(Primitive.UINT64, 9),
          Map.entry(Primitive.FLOAT32, 10),
          Map.entry(Primitive.FLOAT64, 11),
          Map.entry(Primitive.BOOL, 15),
          Map.entry(Primitive.BYTE, 16));

  private static final int NESTED = 1;
  private static final int STRING = 17;
  private static final int BOUNDED_STRING = 21;

  /** What is added for arrays, bounded and unbounded sequences. */
  private static final int ARRAY = 48;

  private static final int BOUNDED = 96;
  private static final int UNBOUNDED = 144;

  /** ROS 2 gives a structure that would be empty a member of this name. */
  private static final String ONLY_MEMBER =
      field("structure_needs_at_least_one_member", kind(Primitive.UINT8), 0, 0, "");

  private TypeHash() {}

  private static int kind(Primitive type) {
    return Objects.requireNonNull(KINDS.get(type));
  }

  /** The hash of a message, or of a part of a service or action; empty where it is not known. */
  public static Optional<String> of(MessageCatalog catalog, TypeName type) {
    Map<String, String> inside = new TreeMap<>();
    if (!collect(catalog, type, inside)) {
      return Optional.empty();
    }
    String own = inside.remove(type.toString());
    String text =
        "{\"type_description\": %s, \"referenced_type_descriptions\": [%s]}"
            .formatted(own, String.join(", ", inside.values()));
    return Optional.of(PREFIX + HexFormat.of().formatHex(sha256(text)));
  }

  /** Descriptions of a type and of all in it, by name; false when one is not known. */
  private static boolean collect(MessageCatalog catalog, TypeName type, Map<String, String> all) {
    Optional<MessageDefinition> definition = catalog.find(type);
    if (definition.isEmpty()) {
      return false;
    }
    all.put(type.toString(), description(definition.get()));
    return definition.get().fields().stream()
        .map(Field::type)
        .filter(ElementType.Nested.class::isInstance)
        .map(element -> ((ElementType.Nested) element).type())
        .allMatch(nested -> all.containsKey(nested.toString()) || collect(catalog, nested, all));
  }

  private static String description(MessageDefinition definition) {
    return "{\"type_name\": \"%s\", \"fields\": [%s]}"
        .formatted(
            definition.type(),
            definition.fields().isEmpty()
                ? ONLY_MEMBER
                : definition.fields().stream()
                    .map(TypeHash::field)
                    .collect(Collectors.joining(", ")));
  }

  private static String field(Field field) {
    int kind;
    int characters = 0;
    String nested = "";
    if (field.type() instanceof ElementType.Text text) {
      boolean bounded = text.bound() != Integer.MAX_VALUE;
      kind = (bounded ? BOUNDED_STRING : STRING) + (text.wide() ? 1 : 0);
      characters = bounded ? text.bound() : 0;
    } else if (field.type() instanceof ElementType.Nested other) {
      kind = NESTED;
      nested = other.type().toString();
    } else {
      kind = kind((Primitive) field.type());
    }
    int limit = field.count().limit();
    return switch (field.count().form()) {
      case ONE -> field(field.name(), kind, 0, characters, nested);
      case ARRAY -> field(field.name(), kind + ARRAY, limit, characters, nested);
      case SEQUENCE ->
          limit == Integer.MAX_VALUE
              ? field(field.name(), kind + UNBOUNDED, 0, characters, nested)
              : field(field.name(), kind + BOUNDED, limit, characters, nested);
    };
  }

  private static String field(String name, int id, int capacity, int characters, String nested) {
    return "{\"name\": \"%s\", \"type\": {\"type_id\": %s, \"capacity\": %s, \"string_capacity\": %s, \"nested_type_name\": \"%s\"}}"
        .formatted(name, id, capacity, characters, nested);
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
