package io.souschef.ros.message;

import io.souschef.skills.file.Resource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A package's interfaces in one resource: after comments that name package and version, each begins
 * with a line {@code == package/kind/Name}.
 */
final class InterfaceBundle {

  private static final String MARK = "== ";

  private InterfaceBundle() {}

  static Map<TypeName, String> read(String name) {
    return split(text("interfaces/" + name + ".txt"));
  }

  /** The interfaces of the colcon package {@code souschef_msgs}, from its own files. */
  static Map<TypeName, String> ownPackage() {
    Map<TypeName, String> interfaces = new LinkedHashMap<>();
    for (String file :
        List.of(
            "action/DoTask.action",
            "action/ExecuteSkill.action",
            "msg/ObjectState.msg",
            "msg/PlaceState.msg",
            "msg/Question.msg",
            "msg/RobotState.msg",
            "srv/Answer.srv",
            "srv/Know.srv")) {
      TypeName type = TypeName.of("souschef_msgs/" + file.substring(0, file.lastIndexOf('.')));
      interfaces.put(type, text("interfaces/souschef_msgs/" + file));
    }
    return interfaces;
  }

  private static String text(String resource) {
    return Resource.text(InterfaceBundle.class, resource);
  }

  private static Map<TypeName, String> split(String text) {
    Map<TypeName, String> interfaces = new LinkedHashMap<>();
    String[] parts = text.split("(?m)^" + MARK, -1);
    for (int i = 1; i < parts.length; i++) {
      int end = parts[i].indexOf('\n');
      interfaces.put(TypeName.of(parts[i].substring(0, end).strip()), parts[i].substring(end + 1));
    }
    return interfaces;
  }
}
