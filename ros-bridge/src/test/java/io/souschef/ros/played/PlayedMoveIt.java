package io.souschef.ros.played;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.ros.mapping.RosValues;
import io.souschef.ros.message.TypeName;
import io.souschef.ros.transport.ActionHandler;
import io.souschef.ros.transport.RosTransport;
import io.souschef.ros.transport.RosTransport.Registration;
import io.souschef.skills.world.Pose;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * MoveGroup and its planning scene, played: a goal's position constraint is met where the arm
 * reaches, by its offset along the hand, which must point down; what the scene holds must not be
 * touched.
 */
public final class PlayedMoveIt implements AutoCloseable {

  private static final int SUCCESS = 1;
  private static final int PLANNING_FAILED = -1;
  private static final int GOAL_IN_COLLISION = -12;
  private static final double REACH_M = 1.2;

  private final List<Registration> open = new ArrayList<>();
  private final TreeMap<String, Pose> scene = new TreeMap<>();
  private final List<String> attached = new ArrayList<>();
  private final List<String> log = new ArrayList<>();
  private final Supplier<Pose> base;
  private Optional<Pose> fingertips = Optional.empty();

  public PlayedMoveIt(RosTransport graph, Supplier<Pose> base) {
    this.base = base;
    open.add(
        graph.serve(
            "/apply_planning_scene",
            TypeName.of("moveit_msgs/srv/ApplyPlanningScene"),
            request -> json().put("success", apply(request.path("scene")))));
    open.add(
        graph.serveAction(
            "/move_action",
            TypeName.of("moveit_msgs/action/MoveGroup"),
            new ActionHandler() {
              @Override
              public Optional<String> refuse(ObjectNode goal) {
                return Optional.empty();
              }

              @Override
              public void start(ServerGoal goal) {
                int code = move(goal.request());
                ObjectNode result = json();
                result.putObject("error_code").put("val", code);
                if (code == SUCCESS) {
                  goal.succeed(result);
                } else {
                  goal.abort(result);
                }
              }
            }));
  }

  private static ObjectNode json() {
    return JsonNodeFactory.instance.objectNode();
  }

  private static Pose pose(JsonNode pose) {
    return RosValues.pose(pose.path("position"), pose.path("orientation"));
  }

  private synchronized boolean apply(JsonNode diff) {
    if (!diff.path("is_diff").asBoolean() || !diff.at("/robot_state/is_diff").asBoolean()) {
      log.add("the whole scene is replaced");
      return false;
    }
    for (JsonNode one : diff.at("/robot_state/attached_collision_objects")) {
      String id = one.at("/object/id").asText();
      if (one.at("/object/operation").asInt() == 0) {
        attached.add(id);
        scene.remove(id);
        log.add("attach " + id);
      } else if (attached.remove(id)) {
        log.add("detach " + id);
      }
    }
    for (JsonNode one : diff.at("/world/collision_objects")) {
      String id = one.path("id").asText();
      if (one.path("operation").asInt() == 0) {
        scene.put(id, pose(one.path("pose")));
        log.add("know " + id);
      } else {
        scene.remove(id);
      }
    }
    return true;
  }

  private synchronized int move(ObjectNode goal) {
    apply(goal.at("/planning_options/planning_scene_diff"));
    JsonNode wanted = goal.at("/request/goal_constraints/0");
    if (!wanted.path("joint_constraints").isEmpty()) {
      log.add("posture");
      fingertips = Optional.empty();
      return SUCCESS;
    }
    JsonNode where = wanted.at("/position_constraints/0");
    JsonNode turned = wanted.at("/orientation_constraints/0/orientation");
    Pose at = pose(where.at("/constraint_region/primitive_poses/0"));
    if (base.get().floorDistanceTo(at) > REACH_M || turned.path("x").asDouble() != 1) {
      return PLANNING_FAILED;
    }
    double above = where.at("/target_point_offset/z").asDouble() - 0.10;
    Pose tips = Pose.upright(at.x(), at.y(), at.z() + above, 0);
    boolean touches =
        scene.values().stream()
            .anyMatch(
                thing ->
                    thing.floorDistanceTo(tips) < 0.05 && Math.abs(thing.z() - tips.z()) < 0.06);
    if (touches) {
      return GOAL_IN_COLLISION;
    }
    log.add(String.format(Locale.ROOT, "fingertips %.2f above", above));
    fingertips = Optional.of(tips);
    return SUCCESS;
  }

  /** Where the fingertips are; empty in a posture of the joints. */
  public synchronized Optional<Pose> fingertips() {
    return fingertips;
  }

  public synchronized List<String> log() {
    return List.copyOf(log);
  }

  public synchronized List<String> attached() {
    return List.copyOf(attached);
  }

  @Override
  public void close() {
    open.forEach(Registration::close);
  }
}
