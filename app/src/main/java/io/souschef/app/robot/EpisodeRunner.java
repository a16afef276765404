package io.souschef.app.robot;

import io.souschef.planner.EpisodePlanner;
import io.souschef.planner.Instruction;
import io.souschef.planner.decision.Candidate;
import io.souschef.planner.episode.EpisodeEvent;
import io.souschef.ros.RosRobot;
import io.souschef.ros.task.NodeLifecycle;
import io.souschef.ros.task.TaskRunner;
import io.souschef.skills.GroundedSkill;
import io.souschef.skills.execution.ForwardingRobot;
import io.souschef.skills.execution.Robot;
import io.souschef.skills.execution.SkillResult;
import io.souschef.skills.failure.InvalidInputException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Does the tasks of a node: an episode each. */
final class EpisodeRunner implements TaskRunner {

  private static final int SHOWN = 8;

  /** The task that runs, and where it is. */
  record Now(String instruction, Progress progress) {}

  private final EpisodePlanner planner;
  private final RosRobot robot;
  private final GraphUser user;
  private final NodeLifecycle lifecycle;
  private final Map<String, String> about;
  private final Consumer<EpisodeEvent> listener;
  private volatile Optional<Now> now = Optional.empty();

  EpisodeRunner(
      EpisodePlanner planner,
      RosRobot robot,
      GraphUser user,
      NodeLifecycle lifecycle,
      Map<String, String> about,
      Consumer<EpisodeEvent> listener) {
    this.planner = planner;
    this.robot = robot;
    this.user = user;
    this.lifecycle = lifecycle;
    this.about = Map.copyOf(about);
    this.listener = listener;
  }

  /** The task that runs. */
  Optional<Now> now() {
    return now;
  }

  /** What is asked now. */
  Optional<String> question() {
    return user.open();
  }

  @Override
  public String unable() {
    String refusal = lifecycle.refusal();
    return refusal.isEmpty() ? still().orElse("") : refusal;
  }

  private Optional<String> still() {
    return robot.stillBecause().map(why -> "the robot does not move: " + why);
  }

  @Override
  public Ended run(String instruction, Client client) {
    Instruction wanted;
    try {
      wanted = new Instruction(instruction);
    } catch (InvalidInputException e) {
      return new Ended(Outcome.REFUSED, String.valueOf(e.getMessage()), 0);
    }
    user.until(() -> client.isCanceled() || robot.stillBecause().isPresent());
    try {
      Teller teller = new Teller(wanted.text(), client);
      EpisodeEvent.Ended ended = planner.run(wanted, new Until(robot, client), about, teller);
      if (ended.outcome() == EpisodeEvent.Outcome.UNANSWERED) {
        return unanswered(ended, client);
      }
      return new Ended(Outcome.valueOf(ended.outcome().name()), ended.message(), ended.steps());
    } finally {
      now = Optional.empty();
    }
  }

  /** A question is also left unanswered when its task is over: then that is the reason. */
  private Ended unanswered(EpisodeEvent.Ended ended, Client client) {
    if (client.isCanceled()) {
      return new Ended(Outcome.CANCELED, "canceled while it was asking", ended.steps());
    }
    return still()
        .map(why -> new Ended(Outcome.ERROR, why, ended.steps()))
        .orElseGet(() -> new Ended(Outcome.UNANSWERED, ended.message(), ended.steps()));
  }

  @Override
  public void cancel() {
    robot.cancel();
  }

  /** A robot that begins nothing more once its task is canceled; whoever made it closes it. */
  private static final class Until extends ForwardingRobot {

    private final Client client;

    Until(Robot robot, Client client) {
      super(robot);
      this.client = client;
    }

    @Override
    public SkillResult execute(
        GroundedSkill skill, Consumer<io.souschef.skills.execution.Progress> progress) {
      return client.isCanceled()
          ? new SkillResult.Canceled(0, "canceled before it began")
          : super.execute(skill, progress);
    }
  }

  /** Tells of an episode's events, and the client of its task's progress. */
  private final class Teller implements Consumer<EpisodeEvent> {

    private final String instruction;
    private final Client client;
    private Progress last = new Progress(0, "", "deciding", 0, List.of(), List.of());

    Teller(String instruction, Client client) {
      this.instruction = instruction;
      this.client = client;
      now = Optional.of(new Now(instruction, last));
    }

    @Override
    public void accept(EpisodeEvent event) {
      listener.accept(event);
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
      now = Optional.of(new Now(instruction, next));
      client.tell(next);
    }
  }
}
