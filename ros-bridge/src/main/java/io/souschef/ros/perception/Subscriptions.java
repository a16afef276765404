package io.souschef.ros.perception;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.ros.config.Connection;
import io.souschef.ros.message.TypeName;
import io.souschef.ros.transport.RosTransport;
import io.souschef.ros.transport.RosTransport.Qos;
import io.souschef.ros.transport.RosTransport.Registration;
import java.util.ArrayList;
import java.util.List;
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

  void listen(String name, String type, Qos qos, Consumer<ObjectNode> listener) {
    registrations.add(
        transport.subscribe(
            connection.resolve(name),
            TypeName.of(type),
            qos,
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
