package io.souschef.app.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.rosbridge.message.TypeName;
import io.souschef.rosbridge.transport.RosTransport;
import io.souschef.rosbridge.transport.RosTransport.Publication;
import io.souschef.rosbridge.transport.RosTransport.Qos;
import io.souschef.rosbridge.transport.RosTransport.Registration;
import io.souschef.skills.execution.RobotException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** How much goes through in one direction when the receiver keeps the sender in step. */
@SuppressWarnings("try") // what is opened here works by being open
final class Throughput {

  private static final int FIRST_TRIES = 100;

  private final RosTransport near;
  private final RosTransport far;

  Throughput(RosTransport near, RosTransport far) {
    this.near = near;
    this.far = far;
  }

  RosBenchmark.Flow text(String way, int count) {
    return flow(way, Exchanges.STRING, Exchanges.text(""), 64, 16, count);
  }

  /** One large message at a time is under way: of images only the newest is kept. */
  RosBenchmark.Flow image(String way, int count) {
    return flow(way, Exchanges.IMAGE, Exchanges.megabyte(), 1 << 20, 1, count);
  }

  private RosBenchmark.Flow flow(
      String way, TypeName type, ObjectNode message, int bytes, int window, int count) {
    String topic = "/bench/flow/" + type.name().toLowerCase(java.util.Locale.ROOT);
    Semaphore room = new Semaphore(0);
    try (Registration sink = far.subscribe(topic, type, Qos.RELIABLE, heard -> room.release());
        Publication source = near.advertise(topic, type, Qos.RELIABLE)) {
      for (int i = 0; i < FIRST_TRIES && !acquire(room, 200); i++) {
        source.publish(message);
      }
      while (acquire(room, 500)) {
        Thread.onSpinWait(); // tries that came late
      }
      room.release(window);
      long start = System.nanoTime();
      for (int i = 0; i < count; i++) {
        require(acquire(room, 20_000));
        source.publish(message);
      }
      for (int i = 0; i < window; i++) {
        require(acquire(room, 20_000));
      }
      double perSecond = count / ((System.nanoTime() - start) / 1e9);
      return new RosBenchmark.Flow(way, bytes, perSecond, perSecond * bytes / (1 << 20));
    }
  }

  private static void require(boolean arrived) {
    if (!arrived) {
      throw new RobotException("A message of the benchmark was lost");
    }
  }

  private static boolean acquire(Semaphore room, long patienceMs) {
    try {
      return room.tryAcquire(patienceMs, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RobotException("Interrupted", e);
    }
  }
}
