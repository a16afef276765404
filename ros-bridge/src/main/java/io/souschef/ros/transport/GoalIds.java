package io.souschef.ros.transport;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.ros.message.TypeName;
import java.nio.ByteBuffer;
import java.util.UUID;

/** Requests to cancel goals, as {@code action_msgs/srv/CancelGoal} has them. */
public final class GoalIds {

  public static final TypeName CANCEL_GOAL = TypeName.of("action_msgs/srv/CancelGoal");

  private GoalIds() {}

  /** Zero goal and zero time: every goal of the server. */
  public static ObjectNode cancelEverything() {
    return cancel(new UUID(0, 0));
  }

  /** One goal; a random id that no goal has makes it a harmless question. */
  public static ObjectNode cancel(UUID id) {
    ObjectNode request = JsonNodeFactory.instance.objectNode();
    ObjectNode info = request.putObject("goal_info");
    info.putObject("goal_id").put("uuid", bytes(id));
    info.putObject("stamp").put("sec", 0).put("nanosec", 0);
    return request;
  }

  public static byte[] bytes(UUID id) {
    return ByteBuffer.allocate(16)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
  }

  public static UUID uuid(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    return new UUID(buffer.getLong(), buffer.getLong());
  }
}
