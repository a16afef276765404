package io.souschef.ros.task;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.ros.message.Distribution;
import io.souschef.ros.message.MessageCatalog;
import io.souschef.ros.message.TypeName;
import io.souschef.ros.task.TaskRunner.Ended;
import io.souschef.ros.task.TaskRunner.Outcome;
import io.souschef.ros.task.TaskRunner.Progress;
import io.souschef.ros.transport.ActionHandler;
import io.souschef.ros.transport.RosTransport;
import io.souschef.ros.transport.RosTransport.Registration;
import io.souschef.skills.text.Counted;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves {@code do_task} ({@code souschef_msgs/action/DoTask}): one task runs at a time, others are
 * refused or wait for their turn. Thread-safe.
 */
public final class TaskServer implements AutoCloseable {

  /** What happens to a task that is asked for while another one runs. */
  public enum Policy {
    /** It is refused, with the reason. */
    REFUSE,
    /** It waits for its turn, in the order in which they came. */
    QUEUE
  }

  public static final TypeName DO_TASK = TypeName.of("souschef_msgs/action/DoTask");

  private static final Logger LOG = LoggerFactory.getLogger(TaskServer.class);

  private static final Map<Outcome, JsonNode> CODES = codes();

  /** Tasks that may wait; more are refused whatever the policy. */
  private static final int MOST_WAITING = 20;

  /** Longest instruction that is taken, characters. */
  private static final int LONGEST = 1000;

  private final TaskRunner runner;
  private volatile Policy policy;

  /** Those that run or wait. */
  private final Set<Task> open = ConcurrentHashMap.newKeySet();

  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread made = new Thread(task, "task");
            made.setDaemon(true);
            return made;
          });
  private final Registration action;

  private TaskServer(RosTransport transport, String name, TaskRunner runner, Policy policy) {
    this.runner = runner;
    this.policy = policy;
    action = transport.serveAction(name, DO_TASK, new Handler());
  }

  private static Map<Outcome, JsonNode> codes() {
    Map<String, JsonNode> constants =
        MessageCatalog.standard(Distribution.JAZZY).get(DO_TASK.part("Result")).constants();
    Map<Outcome, JsonNode> codes = new EnumMap<>(Outcome.class);
    for (Outcome outcome : Outcome.values()) {
      codes.put(outcome, Objects.requireNonNull(constants.get(outcome.name()), outcome.name()));
    }
    return codes;
  }

  /**
   * Offers the action.
   *
   * @param name full name: {@code /souschef/do_task}
   */
  public static TaskServer start(
      RosTransport transport, String name, TaskRunner runner, Policy policy) {
    return new TaskServer(transport, name, runner, policy);
  }

  public Policy policy() {
    return policy;
  }

  /** From now on; what waits already keeps its turn. */
  public void setPolicy(Policy next) {
    policy = next;
  }

  /** Whether a task runs or waits. */
  public boolean isBusy() {
    return !open.isEmpty();
  }

  /** How many tasks wait for the running one to end. */
  public int waiting() {
    return Math.max(0, open.size() - 1);
  }

  /** Ends what runs and what waits, and goes on to take tasks. */
  public void endAll() {
    open.forEach(Task::endEarly);
  }

  private final class Handler implements ActionHandler {

    @Override
    public Optional<String> refuse(ObjectNode goal) {
      String instruction = goal.path("instruction").asText("").strip();
      if (instruction.isEmpty() || instruction.length() > LONGEST) {
        return Optional.of(
            "an instruction has from 1 to %s characters, this one has %s"
                .formatted(LONGEST, instruction.length()));
      }
      String unable = runner.unable();
      if (!unable.isEmpty()) {
        return Optional.of(unable);
      }
      int running = open.size();
      if (running > 0 && policy == Policy.REFUSE) {
        return Optional.of("another task is running");
      }
      return running > MOST_WAITING
          ? Optional.of(
              Counted.of(running - 1, "task is waiting already", "tasks are waiting already"))
          : Optional.empty();
    }

    @Override
    public void start(ServerGoal goal) {
      Task task = new Task(goal);
      open.add(task);
      goal.onCancel(task::cancel);
      thread.execute(task::run);
    }
  }

  private final class Task implements TaskRunner.Client {

    private final ActionHandler.ServerGoal goal;
    private final AtomicBoolean canceled = new AtomicBoolean();
    private volatile boolean byClient;
    private volatile boolean running;

    Task(ActionHandler.ServerGoal goal) {
      this.goal = goal;
    }

    void cancel() {
      byClient = true;
      endEarly();
    }

    void endEarly() {
      canceled.set(true);
      if (running) {
        runner.cancel();
      }
    }

    void run() {
      Ended ended = new Ended(Outcome.CANCELED, "canceled before it began", 0);
      try {
        String unable = runner.unable(); // it may have waited for long
        if (!canceled.get() && unable.isEmpty()) {
          running = true;
          ended = runner.run(goal.request().path("instruction").asText().strip(), this);
        } else if (!canceled.get()) {
          ended = new Ended(Outcome.REFUSED, unable, 0);
        }
      } catch (RuntimeException e) {
        LOG.error("A task failed", e);
        ended = new Ended(Outcome.ERROR, String.valueOf(e.getMessage()), 0);
      } finally {
        running = false;
        open.remove(this);
      }
      end(ended);
    }

    @Override
    public boolean isCanceled() {
      return canceled.get();
    }

    @Override
    public void tell(Progress progress) {
      if (canceled.get()) {
        runner.cancel(); // the cancel may have come before the task had begun
      }
      goal.feedback(feedback(progress));
    }

    private void end(Ended ended) {
      ObjectNode result =
          JsonNodeFactory.instance
              .objectNode()
              .put("outcome", Objects.requireNonNull(CODES.get(ended.outcome())).intValue())
              .put("reason", ended.reason())
              .put("steps", ended.steps());
      if (ended.outcome() == Outcome.DONE) {
        goal.succeed(result);
      } else if (ended.outcome() == Outcome.CANCELED && byClient) {
        goal.canceled(result);
      } else {
        goal.abort(result); // ROS 2 knows of no goal that is canceled unasked
      }
    }
  }

  private static ObjectNode feedback(Progress progress) {
    ObjectNode feedback =
        JsonNodeFactory.instance
            .objectNode()
            .put("step", progress.step())
            .put("skill", progress.skill())
            .put("phase", progress.phase())
            .put("fraction", progress.fraction());
    ArrayNode candidates = feedback.putArray("candidates");
    progress.candidates().forEach(candidates::add);
    ArrayNode scores = feedback.putArray("scores");
    progress.scores().forEach(scores::add);
    return feedback;
  }

  /** Ends what runs and takes nothing more. */
  @Override
  public void close() {
    action.close();
    endAll();
    thread.shutdown();
  }
}
