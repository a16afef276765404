package io.souschef.ros.played;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.ros.mapping.RosValues;
import io.souschef.ros.message.TypeName;
import io.souschef.ros.transport.ActionHandler;
import io.souschef.ros.transport.RosTransport;
import io.souschef.ros.transport.RosTransport.Publication;
import io.souschef.ros.transport.RosTransport.Qos;
import io.souschef.ros.transport.RosTransport.Registration;
import io.souschef.skills.world.Pose;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The robot that {@code examples/nav2-gripper.yaml} is written for, played: action servers with the
 * interfaces and habits of Nav2, of a gripper, and of pick and place. It sees what is within 3 m
 * and reaches 1.2 m far.
 */
public final class PlayedManipulator implements AutoCloseable {

  private static final double SIGHT_M = 3;
  private static final double REACH_M = 1.2;

  private final List<Registration> open = new ArrayList<>();
  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
  private final Map<String, Pose> objects = new TreeMap<>();
  private final List<String> log = new ArrayList<>();
  private Pose base = Pose.upright(-0.3, 0.5, 0, 3.14);
  private String held = "";
  private double gripper = 0.08;
  private volatile Supplier<Optional<Pose>> fingertips = Optional::empty;

  /**
   * A robot beside its user.
   *
   * @param objects the detector's class to where one stands; its id is the class, too
   */
  public PlayedManipulator(RosTransport graph, Map<String, Pose> objects) {
    this.objects.putAll(objects);
    serve(graph, "/navigate_to_pose", "nav2_msgs/action/NavigateToPose", this::drive);
    serve(graph, "/pick", "my_robot_msgs/action/Pick", this::pick);
    serve(graph, "/place", "my_robot_msgs/action/Place", this::place);
    serve(graph, "/gripper_cmd", "control_msgs/action/GripperCommand", this::grip);
    Publication tf = advertise(graph, "/tf", "tf2_msgs/msg/TFMessage");
    Publication joints = advertise(graph, "/joint_states", "sensor_msgs/msg/JointState");
    Publication seen = advertise(graph, "/detections", "vision_msgs/msg/Detection3DArray");
    var unused =
        clock.scheduleAtFixedRate(
            () -> {
              tf.publish(transform());
              joints.publish(joints());
              seen.publish(detections());
            },
            0,
            40,
            TimeUnit.MILLISECONDS);
  }

  private Publication advertise(RosTransport graph, String topic, String type) {
    Publication publication = graph.advertise(topic, TypeName.of(type), Qos.RELIABLE);
    open.add(publication);
    return publication;
  }

  /** Every goal ends a moment after it came: well with an empty failure, else with this code. */
  private void serve(
      RosTransport graph, String action, String type, Function<ObjectNode, ObjectNode> work) {
    open.add(
        graph.serveAction(
            action,
            TypeName.of(type),
            new ActionHandler() {
              @Override
              public Optional<String> refuse(ObjectNode goal) {
                return Optional.empty();
              }

              @Override
              public void start(ServerGoal goal) {
                var unused =
                    clock.schedule(
                        () -> {
                          ObjectNode result = work.apply(goal.request());
                          if (result.path("error_code").asInt() == 0) {
                            goal.succeed(result);
                          } else {
                            goal.abort(result);
                          }
                        },
                        30,
                        TimeUnit.MILLISECONDS);
              }
            }));
  }

  private static ObjectNode json() {
    return JsonNodeFactory.instance.objectNode();
  }

  private static ObjectNode failure(int code, String words) {
    return json().put("error_code", code).put("error_msg", words);
  }

  private static Pose pose(JsonNode stamped) {
    return RosValues.pose(stamped.at("/pose/position"), stamped.at("/pose/orientation"));
  }

  private synchronized ObjectNode drive(ObjectNode goal) {
    base = pose(goal.path("pose"));
    log.add("drive to %.1f %.1f".formatted(base.x(), base.y()));
    boolean onTable = Math.abs(base.x() - 3.2) < 0.6 && Math.abs(base.y() - 1.0) < 0.4;
    return onTable ? failure(9001, "the goal lies in an obstacle") : json();
  }

  private synchronized ObjectNode pick(ObjectNode goal) {
    String id = goal.path("object_id").asText();
    Pose at = objects.get(id);
    if (at == null || base.floorDistanceTo(at) > REACH_M) {
      return failure(1, "nothing within reach");
    }
    log.add("pick " + id);
    objects.remove(id);
    held = id;
    return json();
  }

  private synchronized ObjectNode place(ObjectNode goal) {
    Pose at = pose(goal.path("pose"));
    if (held.isEmpty() || base.floorDistanceTo(at) > REACH_M) {
      return failure(1, "out of reach");
    }
    log.add("place " + held);
    objects.put(held, at);
    held = "";
    gripper = 0.08;
    return json();
  }

  private synchronized ObjectNode grip(ObjectNode goal) {
    boolean opens = goal.at("/command/position").asDouble() > 0.05;
    Optional<Pose> at = fingertips.get();
    if (opens && !held.isEmpty()) {
      log.add((at.isPresent() ? "let go of " : "hand over ") + held);
      String what = held;
      at.ifPresent(pose -> objects.put(what, pose));
      held = "";
    } else if (!opens && at.isPresent()) {
      objects.entrySet().stream()
          .filter(one -> one.getValue().distanceTo(at.get()) < 0.03)
          .findFirst()
          .ifPresent(one -> held = one.getKey());
      objects.remove(held);
    }
    gripper = opens ? 0.08 : held.isEmpty() ? 0 : 0.03;
    boolean stalled = !opens && !held.isEmpty();
    return json().put("position", gripper).put("stalled", stalled).put("reached_goal", !stalled);
  }

  private static double now() {
    return System.currentTimeMillis() / 1e3;
  }

  private synchronized ObjectNode transform() {
    ObjectNode message = json();
    ObjectNode transform = message.putArray("transforms").addObject();
    transform.set("header", RosValues.header(now(), "map"));
    transform.put("child_frame_id", "base_link");
    ObjectNode value = transform.putObject("transform");
    value.set("translation", RosValues.point(base.x(), base.y(), 0));
    value.set("rotation", RosValues.orientation(base));
    return message;
  }

  private synchronized ObjectNode joints() {
    ObjectNode message = json();
    message.set("header", RosValues.header(now(), ""));
    message.putArray("name").add("finger_joint");
    message.putArray("position").add(gripper);
    return message;
  }

  private synchronized ObjectNode detections() {
    ObjectNode message = json();
    message.set("header", RosValues.header(now(), "map"));
    ArrayNode all = message.putArray("detections");
    objects.forEach(
        (id, pose) -> {
          if (base.floorDistanceTo(pose) < SIGHT_M) {
            ObjectNode detection = all.addObject().put("id", id);
            detection
                .putArray("results")
                .addObject()
                .putObject("hypothesis")
                .put("class_id", id)
                .put("score", 0.9);
            ObjectNode box = detection.putObject("bbox");
            box.set("center", RosValues.pose(pose));
            box.set("size", RosValues.point(0.07, 0.07, 0.12));
          }
        });
    return message;
  }

  /** The gripper takes and leaves things where its fingertips are: an arm of another kind. */
  public void reachesBy(Supplier<Optional<Pose>> fingertips) {
    this.fingertips = fingertips;
  }

  /** Somebody pushes it back by so many metres. */
  public synchronized void drivesAway(double metres) {
    base = Pose.upright(base.x() - metres, base.y(), 0, base.yaw());
  }

  public synchronized Pose base() {
    return base;
  }

  /** What it has done. */
  public synchronized List<String> log() {
    return List.copyOf(log);
  }

  /** Where an object really is; empty when it was handed over, or is held. */
  public synchronized Optional<Pose> where(String id) {
    return Optional.ofNullable(objects.get(id));
  }

  @Override
  public void close() {
    clock.shutdownNow();
    open.forEach(Registration::close);
  }
}
