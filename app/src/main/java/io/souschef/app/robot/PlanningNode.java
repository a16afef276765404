package io.souschef.app.robot;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.planner.EpisodePlanner;
import io.souschef.planner.episode.EpisodeEvent;
import io.souschef.ros.RosRobot;
import io.souschef.ros.message.TypeName;
import io.souschef.ros.task.LifecycleServices;
import io.souschef.ros.task.NodeLifecycle;
import io.souschef.ros.task.TaskDiagnostics;
import io.souschef.ros.task.TaskServer;
import io.souschef.ros.transport.RosTransport;
import io.souschef.ros.transport.RosTransport.Registration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A planner and its robot as a ROS 2 node: below its name it serves the action {@code do_task}, the
 * services {@code stop}, {@code arm} ({@code std_srvs/srv/Trigger}) and {@code know} ({@code
 * souschef_msgs/srv/Know}), those of its lifecycle and of its parameters, and publishes {@link
 * EpisodeTopics} and {@code /diagnostics}. It closes what it opens here, not robot and transport.
 */
public final class PlanningNode implements AutoCloseable {

  private static final TypeName TRIGGER = TypeName.of("std_srvs/srv/Trigger");
  private static final TypeName KNOW = TypeName.of("souschef_msgs/srv/Know");

  private final RosRobot robot;
  private final Knowledge knowledge;
  private final EpisodeTopics topics;
  private final TaskServer tasks;
  private final TaskDiagnostics diagnostics;
  private final LifecycleServices lifecycle;
  private final List<Registration> services;

  /**
   * Puts the node on a graph.
   *
   * @param name full name below which everything stands: {@code /souschef}
   * @param user whom the planner asks
   * @param about what is recorded of the surroundings; {@code robot} names the robot's file
   * @param view told of every event, too
   */
  public PlanningNode(
      RosTransport transport,
      String name,
      EpisodePlanner planner,
      RosRobot robot,
      GraphUser user,
      Map<String, String> about,
      TaskServer.Policy policy,
      Consumer<EpisodeEvent> view) {
    this.robot = robot;
    knowledge = new Knowledge(robot.vocabulary(), System::nanoTime);
    topics = new EpisodeTopics(transport, name);
    NodeLifecycle states = new NodeLifecycle();
    EpisodeRunner runner =
        new EpisodeRunner(
            planner, robot, user, states, about, view.andThen(topics).andThen(knowledge));
    tasks = TaskServer.start(transport, name + "/do_task", runner, policy);
    lifecycle = new LifecycleServices(transport, name, states, tasks);
    diagnostics = new TaskDiagnostics(transport, new NodeState(states, robot, runner, tasks));
    NodeParameters.add(robot, tasks, about.getOrDefault("robot", ""));
    services =
        List.of(
            robot.parameters().serve(transport, name),
            transport.serve(name + "/stop", TRIGGER, request -> answer(stop())),
            transport.serve(name + "/arm", TRIGGER, request -> answer(arm())),
            transport.serve(name + "/know", KNOW, this::know));
  }

  private static ObjectNode answer(String fault) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("success", fault.isEmpty())
        .put("message", fault);
  }

  private String stop() {
    return String.join(", ", robot.stop("the service stop was called", false).unconfirmed());
  }

  private String arm() {
    try {
      robot.arm();
      return "";
    } catch (IllegalStateException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private ObjectNode know(ObjectNode request) {
    Knowledge.Known known = knowledge.about(request.path("about").asText(""));
    ObjectNode answer = JsonNodeFactory.instance.objectNode().put("known", known.known());
    ArrayNode sentences = answer.putArray("sentences");
    known.sentences().forEach(sentences::add);
    return answer;
  }

  /** Ends the task that runs and those that wait. */
  public void cancel() {
    tasks.endAll();
  }

  @Override
  public void close() {
    tasks.close();
    lifecycle.close();
    diagnostics.close();
    services.forEach(Registration::close);
    topics.close();
  }
}
