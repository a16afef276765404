package io.souschef.ros.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.BinaryNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigInteger;
import java.util.random.RandomGenerator;

/** Messages of any type with values all over their ranges. */
public final class RandomMessages {

  private static final String[] WORDS = {"", "a", "Küche", "杯子", "\uD83C\uDF4E", "two words"};

  private final MessageCatalog catalog;
  private final RandomGenerator random;

  public RandomMessages(MessageCatalog catalog, RandomGenerator random) {
    this.catalog = catalog;
    this.random = random;
  }

  public ObjectNode next(TypeName type) {
    ObjectNode message = JsonNodeFactory.instance.objectNode();
    for (Field field : catalog.get(type).fields()) {
      message.set(field.name(), value(field));
    }
    return message;
  }

  private JsonNode value(Field field) {
    if (field.count().form() == Field.Count.Form.ONE) {
      return one(field.type());
    }
    int size =
        field.count().form() == Field.Count.Form.ARRAY
            ? field.count().limit()
            : random.nextInt(Math.min(4, field.count().limit()) + 1);
    if (field.isOctets()) {
      byte[] bytes = new byte[size];
      random.nextBytes(bytes);
      return BinaryNode.valueOf(bytes);
    }
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    for (int i = 0; i < size; i++) {
      array.add(one(field.type()));
    }
    return array;
  }

  private JsonNode one(ElementType type) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    if (type instanceof ElementType.Nested nested) {
      return next(nested.type());
    }
    if (type instanceof ElementType.Text) {
      return TextNode.valueOf(WORDS[random.nextInt(WORDS.length)]);
    }
    Primitive primitive = (Primitive) type;
    return switch (primitive) {
      case BOOL -> BooleanNode.valueOf(random.nextBoolean());
      case FLOAT32 -> nodes.numberNode(random.nextFloat() * 1e6f);
      case FLOAT64 -> nodes.numberNode(random.nextDouble() * 1e12);
      default -> integer(primitive);
    };
  }

  private JsonNode integer(Primitive type) {
    BigInteger span = type.greatest().subtract(type.least()).add(BigInteger.ONE);
    BigInteger value =
        new BigInteger(64, new java.util.Random(random.nextLong())).mod(span).add(type.least());
    return BigIntegerNode.valueOf(value);
  }
}
