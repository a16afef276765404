package io.souschef.ros.discovery;

import io.souschef.ros.message.Distribution;
import io.souschef.ros.transport.RosTransport;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A first robot file, from what a graph offers: topics of the perception, the detector's classes,
 * the e-stop, and skills for action servers that are known. What only a person knows stands in it
 * as comments.
 */
public final class RobotDraft {

  private static final String DRIVE = "nav2_msgs/action/NavigateToPose";
  private static final String GRIP = "control_msgs/action/GripperCommand";

  private final Graph graph;
  private final StringBuilder text = new StringBuilder();

  private RobotDraft(Graph graph) {
    this.graph = graph;
  }

  /**
   * Drafts a file; nothing moves.
   *
   * @param url of the rosbridge by which the graph is reached
   * @param listening how long the detector is listened to
   * @throws io.souschef.skills.execution.RobotException when there is no {@code /rosapi}
   */
  public static String of(RosTransport transport, String url, Duration listening) {
    Optional<String> release =
        GraphRelease.ask(transport).join().filter(name -> Distribution.named(name).isPresent());
    return new RobotDraft(Graph.of(transport, listening)).write(url, release);
  }

  private void line(String words) {
    text.append(words).append('\n');
  }

  private String write(String url, Optional<String> release) {
    line(
        "# Drafted from the graph. Mend what is marked with 'yours', then: souschef doctor"
            + " --robot-config FILE");
    line(
        "connection: {transport: rosbridge, url: '%s', distribution: %s}%s"
            .formatted(
                url, release.orElse("jazzy"), release.isPresent() ? "" : "   # yours: humble?"));
    line("");
    words();
    perception();
    safety();
    skills();
    record();
    return text.toString();
  }

  private void words() {
    line("vocabulary:");
    line("  kinds:   # yours: what people call these, and what one weighs (mass_kg)");
    for (String name : graph.classes()) {
      line("    - {noun: %s, class_id: '%s'}".formatted(noun(name), name.replace("'", "''")));
    }
    if (graph.classes().isEmpty()) {
      line("    - {noun: coke, class_id: coke_can}   # yours: nothing was detected meanwhile");
    }
    line("  places:   # yours: tables and bins from the map, with where the base stands for each");
    line(
        "    - {name: user, kind: person, x: 0, y: 0, z: 0.7, approach: {x: 0.7, y: 0, yaw:"
            + " 3.14}}");
    line("");
  }

  /** A word of the robot's file. */
  private static String noun(String className) {
    String word = className.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", " ").strip();
    String noun = word.isEmpty() ? "thing" : word.substring(0, Math.min(40, word.length())).strip();
    return "\"" + noun + "\"";
  }

  private void perception() {
    line("perception:");
    line(
        "  detections: "
            + Graph.first(graph.topics(), Graph.DETECTIONS)
                .orElse("detections   # yours: none was found"));
    List<String> transforms = Graph.names(graph.topics(), "tf2_msgs/msg/TFMessage");
    if (!transforms.isEmpty()) {
      line("  transforms: [%s]".formatted(String.join(", ", transforms)));
    }
    Graph.first(graph.topics(), "souschef_msgs/msg/RobotState")
        .ifPresent(topic -> line("  state: " + topic));
    Graph.first(graph.topics(), "sensor_msgs/msg/JointState")
        .ifPresent(
            topic ->
                line(
                    "  # yours: gripper: {topic: %s, joint: finger_joint, holding_above: 0.004, holding_below: 0.075}"
                        .formatted(topic)));
    line("");
  }

  private void safety() {
    Optional<String> eStop =
        graph.topics().entrySet().stream()
            .filter(
                entry ->
                    entry.getValue().equals("std_msgs/msg/Bool")
                        || entry.getValue().equals("std_msgs/msg/Empty"))
            .map(java.util.Map.Entry::getKey)
            .filter(name -> name.toLowerCase(Locale.ROOT).matches(".*(e_?stop|emergency).*"))
            .findFirst();
    line("safety:   # yours: what it must not exceed");
    line("  # workspace: {min: [-2, -2, -0.05], max: [5, 5, 1.8]}");
    line("  # max_payload_kg: 0.5");
    line("  pose_timeout_s: 2");
    line(
        eStop
            .map(topic -> "  e_stop: " + topic)
            .orElse("  # e_stop: e_stop   # yours: none was found"));
    line("");
  }

  private void skills() {
    line("skills:");
    Optional<String> whole = Graph.first(graph.actions(), "souschef_msgs/action/ExecuteSkill");
    Optional<String> drive = Graph.first(graph.actions(), DRIVE);
    Optional<String> grip = Graph.first(graph.actions(), GRIP);
    if (whole.isPresent()) {
      wholeSkills(whole.get());
      return;
    }
    String base = drive.orElse("navigate_to_pose");
    if (drive.isEmpty()) {
      line(
          "  # yours: no server of nav2_msgs/action/NavigateToPose was found; start it, or map your"
              + " own");
    }
    line("  go_to:");
    line("    commands:");
    drive(base, "place.approach");
    line("  find:");
    line("    max_age_s: 3600");
    line("    commands:");
    drive(base, "object.approach");
    grip.ifPresent(
        gripper -> {
          line("  bring:");
          line("    hand: full");
          line("    effect: nothing");
          line("    leaves_at: user");
          line("    commands:");
          drive(base, "places.user.approach");
          line(
              "      - {action: %s, type: control_msgs/action/GripperCommand, deadline_s: 10,"
                  .formatted(gripper));
          line(
              "         fields: {command: {position: 0.08, max_effort: 20.0}}}   # yours: how far"
                  + " it opens");
        });
    if (Graph.first(graph.actions(), "moveit_msgs/action/MoveGroup").isPresent()) {
      line("  # yours: pick_up and put, from ros-bridge/examples/moveit2.yaml: MoveGroup is there");
    } else {
      line("  # yours: pick_up and put, as ros-bridge/examples/nav2-gripper.yaml has them");
    }
    others();
  }

  private void drive(String action, String where) {
    line("      - action: " + action);
    line("        type: nav2_msgs/action/NavigateToPose");
    line(
        "        fields: {pose: {header: {frame_id: \"${frames.map}\"}, pose: \"${%s}\"}}"
            .formatted(where));
    line("        deadline_s: 120");
    line("        aborted: unreachable");
  }

  private void wholeSkills(String action) {
    line("  \"*\":");
    line("    commands:");
    line("      - action: " + action);
    line("        type: souschef_msgs/action/ExecuteSkill");
    line(
        "        fields: {action: \"${skill.action}\", text: \"${skill.text}\", wording:"
            + " \"${skill.wording}\",");
    line(
        "          argument_names: \"${skill.argument_names}\", argument_values:"
            + " \"${skill.argument_values}\"}");
    line("        deadline_s: 300");
    line("        message: error_msg");
  }

  /** Servers that nothing is known of here. */
  private void others() {
    graph
        .actions()
        .forEach(
            (name, type) -> {
              if (!type.equals(DRIVE) && !type.equals(GRIP)) {
                line("  # there is also the action %s (%s)".formatted(name, type));
              }
            });
  }

  private void record() {
    List<String> images = Graph.names(graph.topics(), "sensor_msgs/msg/Image");
    if (!images.isEmpty()) {
      line("");
      line("record:");
      images.forEach(
          topic -> line("  - {topic: %s, type: sensor_msgs/msg/Image}".formatted(topic)));
    }
  }
}
