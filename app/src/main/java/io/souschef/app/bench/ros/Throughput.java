package io.souschef.app.bench.ros;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.ros.transport.RosTransport;
import io.souschef.ros.transport.RosTransport.Publication;
import io.souschef.ros.transport.RosTransport.Qos;
import io.souschef.ros.transport.RosTransport.Registration;
import io.souschef.skills.execution.RobotException;
import java.util.Locale;
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
    return flow(way, EchoMessage.TEXT, 16, count);
  }

  /** One large message at a time is under way: of images only the newest is kept. */
  RosBenchmark.Flow image(String way, int count) {
    return flow(way, EchoMessage.IMAGE, 1, count);
  }

  private RosBenchmark.Flow flow(String way, EchoMessage kind, int window, int count) {
    String topic = "/bench/flow/" + kind.name().toLowerCase(Locale.ROOT);
    ObjectNode message = kind.message(0);
    int bytes = kind.bytes();
    Semaphore room = new Semaphore(0);
    try (Registration sink =
            far.subscribe(topic, kind.type(), Qos.RELIABLE, heard -> room.release());
        Publication source = near.advertise(topic, kind.type(), Qos.RELIABLE)) {
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
