package io.souschef.ros.node;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.ros.mapping.RosValues;
import io.souschef.ros.transport.ActionHandler.ServerGoal;
import io.souschef.skills.GroundedSkill;
import io.souschef.skills.execution.Progress;
import io.souschef.skills.execution.Robot;
import io.souschef.skills.execution.SkillResult;
import io.souschef.skills.failure.FailureReason;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A goal of {@code ExecuteSkill} on its way through the robot. */
final class SkillGoal {

  private static final Map<FailureReason, Integer> CODES = FailureCodes.all();

  /** Least time between two feedbacks of one phase: a fast simulation has more to tell. */
  private static final long FEEDBACK_NANOS = 50_000_000;

  private final ServerGoal goal;
  private final Robot robot;
  private volatile boolean canceled;
  private @Nullable SkillResult result;
  private double ownMs;
  private String phase = "";
  private long toldNanos;

  SkillGoal(ServerGoal goal, Robot robot) {
    this.goal = goal;
    this.robot = robot;
  }

  /** Any thread. */
  void cancel() {
    canceled = true;
    robot.cancel();
  }

  /** Runs the skill on the robot's thread; a robot that breaks throws. */
  void execute(Consumer<Progress> also) {
    if (canceled) {
      result = new SkillResult.Canceled(0, "canceled before it began");
      return;
    }
    long begun = System.nanoTime();
    long[] telling = {0};
    try {
      result =
          robot.execute(
              skill(goal.request()),
              progress -> {
                if (canceled) {
                  robot.cancel(); // the cancel may have come before the skill had begun
                }
                long worked = System.nanoTime();
                also.accept(progress);
                feedback(progress);
                telling[0] += System.nanoTime() - worked;
              });
    } catch (IllegalArgumentException | IllegalStateException e) {
      result = new SkillResult.Failed(0, FailureReason.REJECTED, String.valueOf(e.getMessage()));
    }
    ownMs = (System.nanoTime() - begun - telling[0]) / 1e6;
  }

  String text() {
    return goal.request().path("text").asText();
  }

  /** Wall time that the robot took, without telling of its progress; milliseconds. */
  double ownMs() {
    return ownMs;
  }

  private static GroundedSkill skill(ObjectNode request) {
    Map<String, String> arguments = new TreeMap<>();
    JsonNode names = request.path("argument_names");
    for (int i = 0; i < names.size(); i++) {
      arguments.put(names.get(i).asText(), request.path("argument_values").path(i).asText());
    }
    return new GroundedSkill(
        request.path("action").asText(),
        request.path("text").asText(),
        request.path("wording").asText(),
        arguments);
  }

  private void feedback(Progress progress) {
    long now = System.nanoTime();
    if (progress.phase().equals(phase) && now - toldNanos < FEEDBACK_NANOS) {
      return;
    }
    phase = progress.phase();
    toldNanos = now;
    goal.feedback(
        JsonNodeFactory.instance
            .objectNode()
            .put("phase", progress.phase())
            .put("fraction", progress.fraction())
            .put("elapsed", progress.elapsedS()));
  }

  /**
   * Tells the client how it ended.
   *
   * @param timeS robot time of what was perceived after it
   * @param fault what broke the robot; empty when nothing did
   */
  void end(double timeS, String fault) {
    SkillResult ended =
        result == null ? new SkillResult.Failed(0, FailureReason.ROBOT_FAULT, fault) : result;
    ObjectNode message = JsonNodeFactory.instance.objectNode();
    message
        .put("error_code", 0)
        .put("error_msg", ended.message())
        .put("duration", ended.durationS());
    message.set("stamp", RosValues.time(timeS));
    if (ended instanceof SkillResult.Succeeded) {
      goal.succeed(message);
    } else if (ended instanceof SkillResult.Failed failed) {
      goal.abort(message.put("error_code", CODES.get(failed.reason())));
    } else {
      goal.canceled(message);
    }
  }
}
