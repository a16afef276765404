package io.souschef.app.bench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.souschef.app.robot.TaskTurns;
import io.souschef.ros.Transports;
import io.souschef.ros.config.RobotConfig;
import io.souschef.ros.message.TypeName;
import io.souschef.ros.node.NodeDiagnostics;
import io.souschef.ros.transport.RosTransport;
import io.souschef.ros.transport.RosTransport.Qos;
import io.souschef.skills.execution.RobotException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Beside a planner: hears on {@code /diagnostics} how long the simulated robot itself took for each
 * of its skills, and sets it its next task.
 */
final class RobotDesk implements AutoCloseable {

  private static final TypeName DIAGNOSTICS = TypeName.of("diagnostic_msgs/msg/DiagnosticArray");
  private static final long PATIENCE_S = 30;

  private final RosTransport transport;
  private final ConcurrentMap<Integer, Double> ownMs = new ConcurrentHashMap<>();
  private volatile boolean rested;

  RobotDesk(RobotConfig config) {
    transport = Transports.connect(config.connection(), config.catalog());
    var unused =
        transport.subscribe(
            "/diagnostics",
            DIAGNOSTICS,
            Qos.RELIABLE,
            message ->
                NodeDiagnostics.lastSkill(message)
                    .ifPresentOrElse(
                        skill -> ownMs.put(skill.number(), skill.ownMs()), () -> rested = true));
  }

  /** Waits for the word of a robot that has not run any skill yet. */
  void awaitRested() {
    await(() -> rested, "that it has done nothing yet");
  }

  /**
   * Sets the next task.
   *
   * @return whether the goal of the last one holds
   */
  boolean next() {
    rested = false;
    try {
      boolean holds =
          transport
              .call(
                  "/" + TaskTurns.NEXT,
                  TaskTurns.TRIGGER,
                  JsonNodeFactory.instance.objectNode(),
                  Duration.ofSeconds(PATIENCE_S))
              .get()
              .path("success")
              .asBoolean();
      ownMs.clear();
      return holds;
    } catch (ExecutionException e) {
      throw new RobotException("The robot was not set its next task: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RobotException("Interrupted", e);
    }
  }

  /**
   * The times of the first skills in milliseconds, once all of them were heard.
   *
   * @throws RobotException when one is missing
   */
  List<Double> first(int skills) {
    List<Double> times = new ArrayList<>();
    for (int number = 1; number <= skills; number++) {
      int wanted = number;
      await(
          () -> ownMs.containsKey(wanted),
          String.format(Locale.ROOT, "how long its skill %d took", number));
      times.add(ownMs.getOrDefault(number, Double.NaN));
    }
    return times;
  }

  private static void await(BooleanSupplier told, String what) {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_S);
    while (!told.getAsBoolean()) {
      if (System.nanoTime() - until > 0) {
        throw new RobotException("The robot did not say " + what);
      }
      try {
        Thread.sleep(5);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new RobotException("Interrupted", e);
      }
    }
  }

  @Override
  public void close() {
    transport.close();
  }
}
