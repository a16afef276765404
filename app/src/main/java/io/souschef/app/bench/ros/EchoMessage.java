package io.souschef.app.bench.ros;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.ros.message.TypeName;
import java.util.Locale;

/**
 * What goes there and comes back. It carries a number, so that no late answer to an earlier message
 * is taken for that of the last one.
 */
enum EchoMessage {
  /** 64 characters. */
  TEXT("std_msgs/msg/String", 64) {
    @Override
    ObjectNode message(int number) {
      return JsonNodeFactory.instance
          .objectNode()
          .put("data", String.format(Locale.ROOT, "%08d", number) + "x".repeat(bytes() - 8));
    }

    @Override
    int number(ObjectNode message) {
      return Integer.parseInt(message.path("data").asText().substring(0, 8));
    }
  },

  /** A grey picture of a megabyte. */
  IMAGE("sensor_msgs/msg/Image", 1 << 20) {
    @Override
    ObjectNode message(int number) {
      ObjectNode image = JsonNodeFactory.instance.objectNode();
      image.putObject("header").putObject("stamp").put("sec", number);
      return image
          .put("width", 1024)
          .put("height", 1024)
          .put("step", 1024)
          .put("encoding", "mono8")
          .put("data", new byte[bytes()]);
    }

    @Override
    int number(ObjectNode message) {
      return message.at("/header/stamp/sec").asInt();
    }
  };

  private final String type;
  private final int bytes;

  EchoMessage(String type, int bytes) {
    this.type = type;
    this.bytes = bytes;
  }

  TypeName type() {
    return TypeName.of(type);
  }

  /** Length of its content. */
  int bytes() {
    return bytes;
  }

  abstract ObjectNode message(int number);

  abstract int number(ObjectNode message);
}
