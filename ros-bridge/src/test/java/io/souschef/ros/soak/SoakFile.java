package io.souschef.ros.soak;

import java.util.Set;

/** The robot file of a soak: its places are called after what a server does there. */
final class SoakFile {

  private SoakFile() {}

  static String yaml(String connection, Set<Conduct> conducts) {
    StringBuilder places = new StringBuilder();
    for (Conduct conduct : conducts) {
      places.append("    - {name: %s, kind: surface, x: 1, y: 0}\n".formatted(conduct.word()));
    }
    return """
    connection: %s
    vocabulary:
      kinds:
        - {noun: coke}
      places:
    %sperception:
      detections: /peer/detections
      settle_s: 0.2
    safety:
      pose_timeout_s: 1.2
      confirm_s: 0.7
      accept_s: 1
      give_up_s: 30
      e_stop: /e_stop
    skills:
      go_to:
        commands:
          - action: /peer/execute_skill
            type: souschef_msgs/action/ExecuteSkill
            fields: {action: "${place.name}", text: "${skill.text}"}
            deadline_s: 2
    """
        .formatted(connection, places);
  }
}
