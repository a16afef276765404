package io.souschef.ros.soak;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.ros.Cable;
import io.souschef.ros.message.Distribution;
import io.souschef.ros.message.MessageCatalog;
import io.souschef.ros.message.TypeName;
import io.souschef.ros.transport.ActionHandler;
import io.souschef.ros.transport.GoalStatus;
import io.souschef.ros.transport.RosTransport;
import io.souschef.ros.transport.rosbridge.RelayFixture;
import io.souschef.skills.execution.RobotException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A robot behind rosbridge in this process; the planner's cable can be cut. */
public final class RosbridgeSide implements Side, ActionHandler {

  private static final String ACTION = "/peer/execute_skill";
  private static final TypeName SKILL = TypeName.of("souschef_msgs/action/ExecuteSkill");
  private static final long STEP_MS = 40;
  private static final int MOST_TRIES = 10;

  private final RelayFixture relay = new RelayFixture();
  private final Cable cable = new Cable(relay.uri());
  private final ServerLog log = new ServerLog();
  private final List<Drive> drives = new CopyOnWriteArrayList<>();
  private final ScheduledExecutorService motor = Executors.newSingleThreadScheduledExecutor();
  private volatile boolean alive;
  private RosTransport server;

  public RosbridgeSide() {
    server = beBorn();
  }

  private RosTransport beBorn() {
    RosTransport born = bystander(MessageCatalog.standard(Distribution.JAZZY));
    born.serveAction(ACTION, SKILL, this);
    alive = true;
    return born;
  }

  @Override
  public String connection() {
    return "{url: '%s'}".formatted(relay.uri());
  }

  @Override
  public Set<Fault> faults() {
    return EnumSet.of(
        Fault.CABLE, Fault.SILENCE, Fault.GOAL_SOCKET, Fault.DEATH, Fault.GARBAGE, Fault.LATE);
  }

  @Override
  public Set<Conduct> conducts() {
    return EnumSet.complementOf(EnumSet.of(Conduct.LOSE_ACCEPT));
  }

  @Override
  public RosTransport planner(MessageCatalog catalog) {
    return relay.connectKeenly(catalog, cable.uri());
  }

  @Override
  public RosTransport bystander(MessageCatalog catalog) {
    for (int tries = 1; ; tries++) {
      try {
        return relay.connect(catalog);
      } catch (RobotException e) { // on a machine with much to do nobody may answer for seconds
        if (tries == MOST_TRIES) {
          throw e;
        }
      }
    }
  }

  @Override
  public void conduct(Conduct conduct) {
    relay.graph.resultsAreLost = conduct == Conduct.LOSE_RESULT;
    relay.graph.goalsAreRejectedSilently = conduct == Conduct.IGNORE;
    relay.graph.cancelsAreRefused = conduct == Conduct.REFUSE;
    relay.graph.readDelayMs = 0;
  }

  @Override
  public void begin(Fault fault) {
    switch (fault) {
      case CABLE -> cable.cut();
      case SILENCE -> cable.hold();
      case GOAL_SOCKET -> relay.cutGoals();
      case LATE -> relay.graph.readDelayMs = 250;
      case GARBAGE -> {
        relay.sendToAll("{\"op\": \"publish\", \"topic\": \"/peer/detections\", \"msg\": {\"det");
        relay.sendToAll("[]");
        relay.sendToAll("{\"op\": \"action_result\", \"id\": 7, \"values\": NaN}");
      }
      case DEATH -> {
        alive = false;
        server.close();
      }
      default -> throw new IllegalArgumentException(fault.words());
    }
  }

  @Override
  public void mend() {
    cable.mend();
    relay.graph.readDelayMs = 0;
    if (!alive) {
      drives.clear(); // who drives on is not known to the new one
      server = beBorn();
    }
  }

  @Override
  public void halt() {
    log.endAll(System.nanoTime());
    drives.forEach(drive -> drive.end(GoalStatus.ABORTED));
  }

  @Override
  public ServerLog log() {
    return log;
  }

  @Override
  public Optional<String> refuse(ObjectNode goal) {
    return goal.path("action").asText().equals(Conduct.REJECT.word())
        ? Optional.of("not today")
        : Optional.empty();
  }

  @Override
  public void start(ServerGoal goal) {
    Drive drive = new Drive(goal, goal.request().path("action").asText());
    drives.add(drive);
    drive.step();
  }

  /** A goal that moves the robot. */
  private final class Drive {
    private final ServerGoal goal;
    private final String conduct;
    private final int motion = log.begin(System.nanoTime());
    private int steps;
    private boolean canceled;
    private boolean over;

    Drive(ServerGoal goal, String conduct) {
      this.goal = goal;
      this.conduct = conduct;
      goal.onCancel(this::cancel);
    }

    private synchronized void cancel() {
      canceled = !conduct.equals(Conduct.DEAF.word());
    }

    private synchronized void step() {
      if (over || !alive) {
        return;
      }
      steps++;
      if (canceled) {
        end(GoalStatus.CANCELED);
      } else if (steps > 5 && conduct.equals(Conduct.SUCCEED.word())) {
        end(GoalStatus.SUCCEEDED);
      } else if (steps > 3 && conduct.equals(Conduct.ABORT.word())) {
        end(GoalStatus.ABORTED);
      } else {
        goal.feedback(JsonNodeFactory.instance.objectNode().put("phase", "driving"));
        var unused = motor.schedule(this::step, STEP_MS, TimeUnit.MILLISECONDS);
      }
    }

    private synchronized void end(GoalStatus how) {
      if (!over) {
        over = true;
        log.end(motion, System.nanoTime());
        drives.remove(this);
        goal.end(how, JsonNodeFactory.instance.objectNode());
      }
    }
  }

  @Override
  public void close() {
    motor.shutdownNow();
    server.close();
    cable.close();
    relay.close();
  }
}
