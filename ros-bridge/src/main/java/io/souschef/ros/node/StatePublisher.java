package io.souschef.ros.node;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.ros.message.TypeName;
import io.souschef.ros.transport.RosTransport;
import io.souschef.ros.transport.RosTransport.Publication;
import io.souschef.ros.transport.RosTransport.Qos;
import io.souschef.skills.world.Observation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Publishes the robot's state, and the newest of every topic again and again, so that who listens
 * can tell a robot that stands still from one that is gone. Thread-safe.
 */
final class StatePublisher implements AutoCloseable {

  private final RosTransport transport;
  private final NodeSettings settings;
  private final Map<String, Publication> topics = new LinkedHashMap<>();
  private final Map<String, ObjectNode> newest = new LinkedHashMap<>();

  StatePublisher(RosTransport transport, NodeSettings settings) {
    this.transport = transport;
    this.settings = settings;
    open("/clock", "rosgraph_msgs/msg/Clock", Qos.RELIABLE);
    open("/tf", "tf2_msgs/msg/TFMessage", Qos.RELIABLE);
    open(settings.name("joint_states"), "sensor_msgs/msg/JointState", Qos.RELIABLE);
    open(settings.name("robot_state"), "souschef_msgs/msg/RobotState", Qos.RELIABLE);
    open(settings.name("detections"), "vision_msgs/msg/Detection3DArray", Qos.RELIABLE);
    open(settings.name("camera/image_raw"), "sensor_msgs/msg/Image", Qos.SENSOR);
    open(settings.name("camera/camera_info"), "sensor_msgs/msg/CameraInfo", Qos.SENSOR);
    open(settings.name("e_stop"), "std_msgs/msg/Bool", Qos.LATCHED);
    open("/diagnostics", "diagnostic_msgs/msg/DiagnosticArray", Qos.RELIABLE);
  }

  private void open(String topic, String type, Qos qos) {
    topics.put(topic, transport.advertise(topic, TypeName.of(type), qos));
  }

  /** Sends without the lock: a large picture must not hold up what the robot has done. */
  private void publish(String topic, ObjectNode message, boolean again) {
    Publication publication;
    synchronized (this) {
      publication = topics.get(topic);
      if (publication != null && again) {
        newest.put(topic, message);
      }
    }
    if (publication != null) {
      publication.publish(message);
    }
  }

  void body(BodyState body) {
    publish("/clock", BodyMessages.clock(body.timeS()), true);
    publish("/tf", BodyMessages.transforms(body), true);
    publish(settings.name("joint_states"), BodyMessages.joints(body), true);
  }

  void world(Observation observation) {
    publish(settings.name("robot_state"), WorldMessages.state(observation), true);
    publish(settings.name("detections"), WorldMessages.detections(observation), true);
  }

  void camera(CameraFrame frame) {
    publish("/tf", BodyMessages.transforms(frame), false);
    publish(settings.name("camera/image_raw"), BodyMessages.image(frame), false);
    publish(settings.name("camera/camera_info"), BodyMessages.cameraInfo(frame), false);
  }

  /** Whether the e-stop is pressed, again and again, so that who listens can tell it is there. */
  void eStop(boolean pressed) {
    publish(
        settings.name("e_stop"), JsonNodeFactory.instance.objectNode().put("data", pressed), true);
  }

  void diagnostics(ObjectNode message) {
    publish("/diagnostics", message, true);
  }

  /** Publishes the newest of everything once more, with the stamps it had. */
  synchronized void again() {
    newest.forEach(
        (topic, message) -> {
          Publication publication = topics.get(topic);
          if (publication != null) {
            publication.publish(message);
          }
        });
  }

  @Override
  public synchronized void close() {
    List<Publication> all = new ArrayList<>(topics.values());
    topics.clear();
    all.forEach(Publication::close);
  }
}
