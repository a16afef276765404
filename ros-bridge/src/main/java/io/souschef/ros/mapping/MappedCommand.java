package io.souschef.ros.mapping;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.ros.config.CommandEntry;
import io.souschef.ros.message.TypeName;

/**
 * A command that is ready to be sent.
 *
 * @param entry where it stands in the robot's file
 * @param name full name of the action, service or topic
 * @param type its interface
 * @param message the goal, request or message
 */
public record MappedCommand(CommandEntry entry, String name, TypeName type, ObjectNode message) {

  /** Type of {@link #message}: the goal of an action, the request of a service. */
  public TypeName messageType() {
    return messageType(entry, type);
  }

  static TypeName messageType(CommandEntry entry, TypeName type) {
    if (entry.action().isPresent()) {
      return type.part("Goal");
    }
    return entry.service().isPresent() ? type.part("Request") : type;
  }
}
