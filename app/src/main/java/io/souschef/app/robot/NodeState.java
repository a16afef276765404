package io.souschef.app.robot;

import io.souschef.ros.RosRobot;
import io.souschef.ros.mapping.Diagnosis;
import io.souschef.ros.mapping.Diagnosis.Level;
import io.souschef.ros.task.NodeLifecycle;
import io.souschef.ros.task.TaskServer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** How a planning node is, for {@code /diagnostics}: idle, working, asking, held or inactive. */
record NodeState(NodeLifecycle lifecycle, RosRobot robot, EpisodeRunner runner, TaskServer tasks)
    implements Supplier<Diagnosis> {

  @Override
  public Diagnosis get() {
    Map<String, String> values = new LinkedHashMap<>();
    Optional<EpisodeRunner.Now> now = runner.now();
    now.ifPresent(
        task -> {
          values.put("instruction", task.instruction());
          values.put("step", Integer.toString(task.progress().step()));
          values.put("skill", task.progress().skill());
          values.put("phase", task.progress().phase());
        });
    Optional<String> question = runner.question();
    question.ifPresent(words -> values.put("question", words));
    values.put("tasks waiting", Integer.toString(tasks.waiting()));
    Optional<String> still = robot.stillBecause();
    if (still.isPresent()) {
      return new Diagnosis(Level.WARN, "planner", "held: " + still.get(), values);
    }
    if (!lifecycle.refusal().isEmpty()) {
      return new Diagnosis(Level.OK, "planner", lifecycle.refusal(), values);
    }
    String words = question.isPresent() ? "asking" : now.isPresent() ? "working" : "idle";
    return new Diagnosis(Level.OK, "planner", words, values);
  }
}
