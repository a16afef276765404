package io.souschef.app.robot;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.app.Assembly;
import io.souschef.evaluation.task.Task;
import io.souschef.evaluation.task.TaskReader;
import io.souschef.ros.message.TypeName;
import io.souschef.sim.SimulatedRobot;
import io.souschef.sim.kitchen.Scene;
import java.util.List;

/**
 * Tasks that a simulated robot on a ROS 2 graph is set one after another. The service {@code
 * next_task} ({@code std_srvs/srv/Trigger}) tells whether the goal of the present one holds and
 * sets the next one up, from its start and at time zero; after the last one comes the first again.
 */
public final class TaskTurns {

  public static final String NEXT = "next_task";
  public static final TypeName TRIGGER = TypeName.of("std_srvs/srv/Trigger");

  private final TaskReader reader;
  private final List<Task> tasks;
  private final long seed;
  private final boolean realTime;
  private int present;

  /**
   * Tasks to come.
   *
   * @param tasks at least one
   * @param seed of scenes and noise
   * @param realTime whether simulated seconds pass no faster than real ones
   */
  public TaskTurns(TaskReader reader, List<Task> tasks, long seed, boolean realTime) {
    this.reader = reader;
    this.tasks = List.copyOf(tasks);
    this.seed = seed;
    this.realTime = realTime;
  }

  /** The kitchen in which the first task begins. */
  public Scene firstScene() {
    return reader.scene(tasks.get(0), seed);
  }

  /** Offers the service. */
  public void serve(SimulatedNode node) {
    node.serve(NEXT, TRIGGER, request -> next(node));
  }

  private synchronized ObjectNode next(SimulatedNode node) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    node.replace(
        robot -> {
          boolean holds = holds(robot);
          answer.put("success", holds).put("message", sentence(holds));
        },
        () -> {
          present = (present + 1) % tasks.size();
          return Assembly.simulated(reader.scene(tasks.get(present), seed), seed, realTime);
        });
    return answer;
  }

  private boolean holds(SimulatedRobot robot) {
    return reader.goal(tasks.get(present)).holds(robot.worldState());
  }

  /** Whether the present task's goal holds, in words; asked when its robot has left the graph. */
  public synchronized String verdict(SimulatedRobot robot) {
    return sentence(holds(robot));
  }

  private static String sentence(boolean holds) {
    return holds ? "The task's goal holds" : "The task's goal does not hold";
  }
}
