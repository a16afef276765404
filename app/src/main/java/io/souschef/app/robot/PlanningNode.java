package io.souschef.app.robot;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.planner.EpisodePlanner;
import io.souschef.planner.Instruction;
import io.souschef.planner.decision.Candidate;
import io.souschef.planner.episode.EpisodeEvent;
import io.souschef.planner.episode.Trace;
import io.souschef.ros.RosRobot;
import io.souschef.ros.message.TypeName;
import io.souschef.ros.task.TaskRunner;
import io.souschef.ros.task.TaskServer;
import io.souschef.ros.transport.RosTransport;
import io.souschef.ros.transport.RosTransport.Publication;
import io.souschef.ros.transport.RosTransport.Qos;
import io.souschef.ros.transport.RosTransport.Registration;
import io.souschef.skills.failure.InvalidInputException;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A planner and its robot as a ROS 2 node: below its name it serves the action {@code do_task} and
 * the services {@code stop} and {@code arm} ({@code std_srvs/srv/Trigger}), and publishes every
 * event of its episodes on {@code events} ({@code std_msgs/msg/String}, a line of the trace each).
 * It closes what it opens here, not robot and transport.
 */
public final class PlanningNode implements TaskRunner, AutoCloseable {

  private static final TypeName TRIGGER = TypeName.of("std_srvs/srv/Trigger");
  private static final TypeName STRING = TypeName.of("std_msgs/msg/String");
  private static final int SHOWN = 8;

  private final EpisodePlanner planner;
  private final RosRobot robot;
  private final Map<String, String> about;
  private final Consumer<EpisodeEvent> view;
  private final Publication events;
  private final List<Registration> services;
  private final TaskServer tasks;

  /**
   * Puts the node on a graph.
   *
   * @param name full name below which everything stands: {@code /souschef}
   * @param about what is recorded of the surroundings
   * @param view told of every event, too
   */
  public PlanningNode(
      RosTransport transport,
      String name,
      EpisodePlanner planner,
      RosRobot robot,
      Map<String, String> about,
      TaskServer.Policy policy,
      Consumer<EpisodeEvent> view) {
    this.planner = planner;
    this.robot = robot;
    this.about = Map.copyOf(about);
    this.view = view;
    events = transport.advertise(name + "/events", STRING, Qos.RELIABLE);
    services =
        List.of(
            transport.serve(name + "/stop", TRIGGER, request -> answer(stop())),
            transport.serve(name + "/arm", TRIGGER, request -> answer(arm())));
    tasks = TaskServer.start(transport, name + "/do_task", this, policy);
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

  @Override
  public String unable() {
    return robot.stillBecause().map(why -> "the robot does not move: " + why).orElse("");
  }

  @Override
  public Ended run(String instruction, Consumer<Progress> progress) {
    Instruction wanted;
    try {
      wanted = new Instruction(instruction);
    } catch (InvalidInputException e) {
      return new Ended(Outcome.REFUSED, String.valueOf(e.getMessage()), 0);
    }
    EpisodeEvent.Ended ended = planner.run(wanted, robot, about, new Teller(progress));
    return new Ended(Outcome.valueOf(ended.outcome().name()), ended.message(), ended.steps());
  }

  @Override
  public void cancel() {
    robot.cancel();
  }

  @Override
  public void close() {
    tasks.close();
    services.forEach(Registration::close);
    events.close();
  }

  /** Tells the graph of an episode's events, and the client of its task's progress. */
  private final class Teller implements Consumer<EpisodeEvent> {

    private final Consumer<Progress> progress;
    private Progress last = new Progress(1, "", "deciding", 0, List.of(), List.of());

    Teller(Consumer<Progress> progress) {
      this.progress = progress;
    }

    @Override
    public void accept(EpisodeEvent event) {
      view.accept(event);
      StringWriter line = new StringWriter();
      Trace.to(line).accept(event);
      events.publish(JsonNodeFactory.instance.objectNode().put("data", line.toString().strip()));
      if (event instanceof EpisodeEvent.Decided decided) {
        List<Candidate> best = decided.decision().candidates().stream().limit(SHOWN).toList();
        tell(
            new Progress(
                decided.step(),
                decided.decision().chosen().skill().text(),
                "deciding",
                0,
                best.stream().map(candidate -> candidate.skill().text()).toList(),
                best.stream().map(Candidate::combined).toList()));
      } else if (event instanceof EpisodeEvent.SkillStarted started) {
        tell(at(started.step(), started.skill().text(), "beginning", 0));
      } else if (event instanceof EpisodeEvent.SkillProgressed moving) {
        tell(
            at(
                moving.step(),
                last.skill(),
                moving.progress().phase(),
                moving.progress().fraction()));
      }
    }

    private Progress at(int step, String skill, String phase, double fraction) {
      return new Progress(step, skill, phase, fraction, last.candidates(), last.scores());
    }

    private void tell(Progress next) {
      last = next;
      progress.accept(next);
    }
  }
}
