package io.souschef.ros.message;

import io.souschef.ros.message.Field.Count;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The messages that carry an action's goal, result and feedback over the wire, as ROS 2's design
 * article "Actions" lays them out.
 */
final class ActionParts {

  private static final TypeName UUID = TypeName.of("unique_identifier_msgs/msg/UUID");
  private static final TypeName TIME = TypeName.of("builtin_interfaces/msg/Time");

  private ActionParts() {}

  static List<MessageDefinition> of(TypeName action) {
    Field id = nested("goal_id", UUID);
    return List.of(
        part(action, "SendGoal_Request", id, nested("goal", action.part("Goal"))),
        part(
            action, "SendGoal_Response", single("accepted", Primitive.BOOL), nested("stamp", TIME)),
        part(action, "GetResult_Request", id),
        part(
            action,
            "GetResult_Response",
            single("status", Primitive.INT8),
            nested("result", action.part("Result"))),
        part(action, "FeedbackMessage", id, nested("feedback", action.part("Feedback"))));
  }

  private static MessageDefinition part(TypeName action, String suffix, Field... fields) {
    return new MessageDefinition(action.part(suffix), List.of(fields), Map.of());
  }

  private static Field nested(String name, TypeName type) {
    return single(name, new ElementType.Nested(type));
  }

  private static Field single(String name, ElementType type) {
    return new Field(name, type, Count.ONE, Optional.empty());
  }
}
