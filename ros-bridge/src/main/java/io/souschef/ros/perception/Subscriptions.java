package io.souschef.ros.perception;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.ros.config.Connection;
import io.souschef.ros.config.Perception;
import io.souschef.ros.message.TypeName;
import io.souschef.ros.transport.RosTransport;
import io.souschef.ros.transport.RosTransport.Qos;
import io.souschef.ros.transport.RosTransport.Registration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Subscriptions whose messages are taken in one at a time, under one lock, which is notified. */
final class Subscriptions implements AutoCloseable {

  private final RosTransport transport;
  private final Connection connection;
  private final Object lock;
  private final List<Registration> registrations = new ArrayList<>();

  Subscriptions(RosTransport transport, Connection connection, Object lock) {
    this.transport = transport;
    this.connection = connection;
    this.lock = lock;
  }

  /**
   * Listens to everything that a robot perceives with. What is read as a sensor's matches every
   * publisher's quality of service.
   *
   * @param transforms told of each message, and whether its transforms stand for ever
   */
  void perceive(
      Perception perception,
      BiConsumer<ObjectNode, Boolean> transforms,
      Consumer<ObjectNode> detections,
      Consumer<ObjectNode> joints,
      Consumer<ObjectNode> states) {
    for (String name : perception.transforms()) {
      boolean fixed = Perception.isFixed(name);
      listen(
          name,
          "tf2_msgs/msg/TFMessage",
          fixed ? Qos.LATCHED : Qos.SENSOR,
          message -> transforms.accept(message, fixed));
    }
    listen(perception.detections(), "vision_msgs/msg/Detection3DArray", Qos.SENSOR, detections);
    perception
        .gripper()
        .ifPresent(g -> listen(g.topic(), "sensor_msgs/msg/JointState", Qos.SENSOR, joints));
    perception
        .state()
        .ifPresent(topic -> listen(topic, "souschef_msgs/msg/RobotState", Qos.SENSOR, states));
  }

  void listen(String name, String type, Qos qos, Consumer<ObjectNode> listener) {
    registrations.add(
        transport.subscribe(
            connection.resolve(name),
            TypeName.of(type),
            Qos.of(connection, name, qos),
            message -> {
              synchronized (lock) {
                listener.accept(message);
                lock.notifyAll();
              }
            }));
  }

  @Override
  public void close() {
    registrations.forEach(Registration::close);
  }
}
