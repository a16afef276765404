package io.souschef.ros.mcap;

import com.fasterxml.jackson.databind.JsonNode;
import io.souschef.ros.message.ElementType;
import io.souschef.ros.message.Field;
import io.souschef.ros.message.MessageCatalog;
import io.souschef.ros.message.MessageDefinition;
import io.souschef.ros.message.Primitive;
import io.souschef.ros.message.TypeName;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** A message's definition as text, with those of all that is in it: encoding {@code ros2msg}. */
final class Ros2Schema {

  private static final String LINE = "=".repeat(80);

  private Ros2Schema() {}

  static String of(MessageCatalog catalog, TypeName type) {
    Set<TypeName> inside = new LinkedHashSet<>();
    collect(catalog, type, inside);
    StringBuilder text = new StringBuilder(text(catalog.get(type)));
    for (TypeName one : inside) {
      text.append(LINE)
          .append("\nMSG: ")
          .append(shortName(one))
          .append('\n')
          .append(text(catalog.get(one)));
    }
    return text.toString();
  }

  private static void collect(MessageCatalog catalog, TypeName type, Set<TypeName> all) {
    for (Field field : catalog.get(type).fields()) {
      if (field.type() instanceof ElementType.Nested nested && all.add(nested.type())) {
        collect(catalog, nested.type(), all);
      }
    }
  }

  private static String shortName(TypeName type) {
    return type.pack() + "/" + type.name();
  }

  private static String text(MessageDefinition definition) {
    StringBuilder text = new StringBuilder();
    for (Map.Entry<String, JsonNode> constant : definition.constants().entrySet()) {
      text.append(constantType(constant.getValue()))
          .append(' ')
          .append(constant.getKey())
          .append('=')
          .append(constant.getValue())
          .append('\n');
    }
    for (Field field : definition.fields()) {
      text.append(element(field.type()))
          .append(repeated(field.count()))
          .append(' ')
          .append(field.name())
          .append('\n');
    }
    return text.toString();
  }

  /** Constants are for people: a type that holds their value is as good as their own. */
  private static String constantType(JsonNode value) {
    if (value.isTextual()) {
      return "string";
    }
    if (value.isBoolean()) {
      return "bool";
    }
    return value.isIntegralNumber() ? "int64" : "float64";
  }

  private static String element(ElementType type) {
    if (type instanceof Primitive primitive) {
      return primitive.keyword();
    }
    if (type instanceof ElementType.Text text) {
      String word = text.wide() ? "wstring" : "string";
      return text.bound() == Integer.MAX_VALUE ? word : word + "<=" + text.bound();
    }
    return shortName(((ElementType.Nested) type).type());
  }

  private static String repeated(Field.Count count) {
    return switch (count.form()) {
      case ONE -> "";
      case ARRAY -> "[" + count.limit() + "]";
      case SEQUENCE -> count.limit() == Integer.MAX_VALUE ? "[]" : "[<=" + count.limit() + "]";
    };
  }
}
