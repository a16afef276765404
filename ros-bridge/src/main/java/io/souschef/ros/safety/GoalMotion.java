package io.souschef.ros.safety;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.ros.message.TypeName;
import io.souschef.ros.safety.ActionStatuses.Heard;
import io.souschef.ros.safety.ActionStatuses.Life;
import io.souschef.ros.transport.ClientGoal;
import io.souschef.ros.transport.GoalOutcome;
import io.souschef.ros.transport.GoalStatus;
import io.souschef.ros.transport.RosTransport;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A goal that was sent. Over rosbridge only the server knows its id: it is taken to be among those
 * that were first heard of right after it was sent. Should there be several, all of them must have
 * ended before this one counts as ended.
 */
final class GoalMotion implements Motion {

  /** From the first new goal on, others that are new this soon after may be this one as well. */
  private static final long NEW_NANOS = TimeUnit.SECONDS.toNanos(2);

  private final ClientGoal goal;
  private final ActionStatuses statuses;
  private final Set<Life> before;
  private final CompletableFuture<Void> over = new CompletableFuture<>();
  private final Set<UUID> canceled = ConcurrentHashMap.newKeySet();
  private volatile @Nullable Consumer<UUID> canceler;
  private volatile boolean fedBack;
  private volatile String doubt = "its server does not answer";

  /**
   * Keeps a goal in view.
   *
   * @param before goals of its action that were heard of before it was sent
   */
  private GoalMotion(ClientGoal goal, ActionStatuses statuses, Set<Life> before) {
    this.goal = goal;
    this.statuses = statuses;
    this.before = before;
    var unused =
        goal.outcome()
            .thenAccept(
                outcome -> {
                  if (outcome.isConfirmed()) {
                    over.complete(null);
                  }
                });
    lookAtStatus();
  }

  /** Sends a goal; its feedback shows that it was taken on, too. */
  static GoalMotion send(
      RosTransport transport,
      ActionStatuses statuses,
      String action,
      TypeName type,
      ObjectNode goal,
      Consumer<ObjectNode> feedback) {
    Set<Life> before = statuses.of(action).stream().map(Heard::life).collect(Collectors.toSet());
    CompletableFuture<GoalMotion> kept = new CompletableFuture<>();
    ClientGoal sent =
        transport.send(
            action,
            type,
            goal,
            values -> {
              GoalMotion motion = kept.getNow(null);
              if (motion != null) {
                motion.fedBack();
              }
              feedback.accept(values);
            });
    GoalMotion motion = new GoalMotion(sent, statuses, before);
    kept.complete(motion);
    return motion;
  }

  ClientGoal goal() {
    return goal;
  }

  /** The goals on the graph that are this one, or may be. */
  List<Heard> candidates() {
    List<Heard> all = statuses.of(goal.action());
    if (goal.uuid().isPresent()) {
      UUID id = goal.uuid().get();
      return all.stream().filter(heard -> heard.id().equals(id)).toList();
    }
    List<Heard> fresh = all.stream().filter(heard -> !before.contains(heard.life())).toList();
    if (fresh.isEmpty()) {
      return fresh;
    }
    long first = fresh.stream().mapToLong(heard -> heard.life().firstNanos()).min().orElseThrow();
    return fresh.stream().filter(heard -> heard.life().firstNanos() - first <= NEW_NANOS).toList();
  }

  /**
   * Cancels this goal by its id on the graph now, and as soon as that is known.
   *
   * @param canceler asks the server to cancel the goal of an id
   */
  void cancelBy(Consumer<UUID> canceler) {
    this.canceler = canceler;
    canceled.clear();
    cancelKnown();
  }

  private void cancelKnown() {
    Consumer<UUID> ask = canceler;
    if (ask != null) {
      candidates().stream()
          .filter(candidate -> !candidate.isOver() && canceled.add(candidate.id()))
          .forEach(candidate -> ask.accept(candidate.id()));
    }
  }

  /** To be called when something was heard of the action's goals. */
  void lookAtStatus() {
    cancelKnown();
    List<Heard> mine = candidates();
    if (!mine.isEmpty() && mine.stream().allMatch(Heard::isOver)) {
      over.complete(null);
    }
  }

  /** Its end, where the status tells of this goal and of no other. */
  Optional<GoalOutcome> endedByStatus() {
    List<Heard> mine = candidates();
    return mine.size() == 1 && mine.get(0).isOver()
        ? Optional.of(
            GoalStatus.outcome(mine.get(0).status(), JsonNodeFactory.instance.objectNode()))
        : Optional.empty();
  }

  private void fedBack() {
    fedBack = true;
  }

  /** Whether its server has said anything that shows that it took the goal on. */
  boolean isTaken() {
    // Where it chooses the id, a transport tells by itself whether the server takes a goal on.
    return fedBack || isOver() || goal.uuid().isPresent() || !candidates().isEmpty();
  }

  /** Takes in the return code of {@code action_msgs/srv/CancelGoal}. */
  void canceling(int returnCode) {
    switch (returnCode) {
      case 0 -> doubt = "it says that it is canceling, its end was not seen";
      case 1 -> doubt = "its server refuses to cancel it";
      case 2 -> doubt = "its server says that it does not know this goal";
      case 3 -> over.complete(null); // the server's own word that this very goal has ended
      default -> doubt = "its server answers the cancel with code " + returnCode;
    }
  }

  /** Takes in how many goals the server means to cancel of all that it runs. */
  void cancelingSome(int count) {
    doubt =
        count == 0
            ? "its server cancels nothing, and its end was not seen"
            : "it says that it is canceling, its end was not seen";
  }

  @Override
  public String name() {
    return goal.action();
  }

  @Override
  public CompletableFuture<Void> over() {
    return over;
  }

  /** Who waited for the outcome may be told before this is: what they know counts here as well. */
  @Override
  public boolean isOver() {
    GoalOutcome outcome = goal.outcome().getNow(null);
    return over.isDone() || (outcome != null && outcome.isConfirmed());
  }

  @Override
  public String doubt() {
    return doubt;
  }
}
