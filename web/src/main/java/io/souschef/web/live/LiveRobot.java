package io.souschef.web.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.planner.episode.EpisodeEvent;
import io.souschef.skills.execution.Robot;
import io.souschef.skills.world.Observation;
import io.souschef.web.live.body.PerceivedBody;
import io.souschef.web.live.body.RobotControl;
import io.souschef.web.live.people.Confirmations;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A real robot: what it perceives is shown, and nothing of what only a simulation could do is
 * offered. Stops go out at once, on a thread of their own, since the robot's word is waited for.
 */
public final class LiveRobot extends Live {

  private static final long LOOK_MS = 500;

  private final Map<String, String> about;
  private final RobotControl control;
  private final Confirmations confirmations;
  private final AtomicBoolean looks = new AtomicBoolean();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(LiveRobot::daemon);

  /** One more for each stop: none waits behind another. */
  private final ExecutorService hands = Executors.newCachedThreadPool(LiveRobot::daemon);

  /**
   * Looks through the robot's eyes.
   *
   * @param robot stays open when this is closed
   * @param confirmations asked before every command by whoever opened the robot
   * @param about what traces record of it
   * @param out where every request leaves a folder with its trace
   * @throws io.souschef.skills.execution.RobotException when it perceives nothing
   */
  public LiveRobot(
      Robot robot,
      RobotControl control,
      Confirmations confirmations,
      Map<String, String> about,
      Path out) {
    super(() -> new PerceivedBody(robot), 1, out);
    this.control = control;
    this.confirmations = confirmations;
    this.about = new TreeMap<>(about);
    confirmations.onChange(this::changed);
    changed();
    var unused =
        clock.scheduleWithFixedDelay(this::lookSoon, LOOK_MS, LOOK_MS, TimeUnit.MILLISECONDS);
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "robot-watch");
    thread.setDaemon(true);
    return thread;
  }

  /** While it works, it is looked at by those who make it work. */
  private void lookSoon() {
    if (!isBusy() && looks.compareAndSet(false, true)) {
      try {
        driver.run(
            () -> {
              body().look();
              looks.set(false);
              driving.showNow();
              changed();
            });
      } catch (RejectedExecutionException e) {
        return; // it is over
      }
    }
  }

  private PerceivedBody body() {
    if (driving.body() instanceof PerceivedBody body) {
      return body;
    }
    throw new IllegalStateException("What is driven here is perceived");
  }

  /** Something happened between Souschef and the robot; any thread. */
  public void reported(EpisodeEvent.RobotReported report) {
    driving.tell(report);
    changed();
  }

  @Override
  Map<String, String> about() {
    return about;
  }

  @Override
  void before(String words) {
    // There is no way back to remember.
  }

  @Override
  void describe(ObjectNode state) {
    ObjectNode robot = state.putObject("robot");
    control.describe(robot);
    confirmations.describe(robot);
    if (driving.hasBody()) {
      PerceivedBody body = body();
      Observation seen = body.latest();
      ObjectNode perceived = robot.putObject("perceived");
      perceived.put("at", seen.at().orElse(null));
      perceived.put("holds", seen.held().map(object -> object.kind()).orElse(null));
      perceived.put("things", seen.objects().size());
      perceived.put("visible", seen.objects().stream().filter(o -> o.visible()).count());
      perceived.put("trouble", body.trouble());
    }
  }

  @Override
  CompletableFuture<Void> execute(String type, JsonNode command) {
    switch (type) {
      case "arm" -> {
        return CompletableFuture.runAsync(control::arm, hands).thenRun(this::changed);
      }
      case "hold" -> hold();
      case "confirm" ->
          confirmations.answer(Fields.whole(command, "id"), Fields.flag(command, "allow"));
      case "ask_first" -> confirmations.askFirst(Fields.flag(command, "on"));
      default ->
          throw Fields.unknown(type, type.matches("[a-z_]{1,20}") ? " for a real robot" : "");
    }
    return CompletableFuture.completedFuture(null);
  }

  /** Stops it until it is armed again. */
  public void hold() {
    gate.callOff();
    driving.cancel();
    confirmations.drop();
    soon(() -> control.hold("it was held in the page"));
  }

  @Override
  public void cancel() {
    super.cancel();
    confirmations.drop();
  }

  @Override
  public void emergencyStop() {
    gate.stop();
    driving.emergencyStop(this::soon);
    confirmations.drop();
  }

  private void soon(Runnable stop) {
    hands.execute(
        () -> {
          stop.run();
          changed();
        });
    changed();
  }

  @Override
  public void close() {
    confirmations.drop();
    clock.shutdown();
    super.close();
    hands.shutdown();
  }
}
