package io.souschef.rosbridge.safety;

import io.souschef.rosbridge.event.RobotEvent;
import io.souschef.rosbridge.transport.ClientGoal;
import io.souschef.rosbridge.transport.GoalOutcome;
import io.souschef.rosbridge.transport.RosTransport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Cancels goals on every way: each goal by its id on its own socket and on the control socket, and
 * everything that the actions' servers run, by their cancel services.
 */
final class StopProcedure {

  private final RosTransport transport;
  private final Set<String> actions;
  private final Duration confirm;

  StopProcedure(RosTransport transport, Set<String> actions, Duration confirm) {
    this.transport = transport;
    this.actions = actions;
    this.confirm = confirm;
  }

  /**
   * A stop whose cancels are under way and whose confirmation is still to come.
   *
   * @param asked answers of the actions' cancel services
   * @param sentMs from noticing why to handing over the last cancel, milliseconds
   * @param untilNanos when no more word is waited for
   */
  record Stopping(
      String reason,
      List<ClientGoal> goals,
      Map<String, CompletableFuture<Integer>> asked,
      double sentMs,
      long untilNanos) {}

  /** Hands over every cancel of these goals and their actions; does not wait for anything. */
  Stopping begin(String reason, List<ClientGoal> goals, long noticedNanos) {
    goals.forEach(ClientGoal::cancel);
    Set<String> meant = new TreeSet<>();
    goals.forEach(goal -> meant.add(goal.action()));
    Map<String, CompletableFuture<Integer>> asked = ask(meant);
    long sentNanos = System.nanoTime();
    return new Stopping(
        reason, goals, asked, (sentNanos - noticedNanos) / 1e6, sentNanos + confirm.toNanos());
  }

  /** Waits for the robot's word. */
  RobotEvent.Stopped finish(Stopping stopping) {
    List<String> confirmed = new ArrayList<>();
    List<String> unconfirmed = new ArrayList<>();
    for (ClientGoal goal : stopping.goals()) {
      GoalOutcome outcome = await(goal.outcome(), stopping.untilNanos());
      if (outcome == null) {
        goal.abandon("no word that it ended within " + confirm.toMillis() + " ms of the cancel");
      }
      if (outcome != null && outcome.isConfirmed()) {
        confirmed.add(goal.action());
      } else {
        judge(goal.action(), stopping.asked(), stopping.untilNanos(), confirmed, unconfirmed);
      }
    }
    return new RobotEvent.Stopped(
        stopping.reason(), stopping.sentMs(), List.copyOf(confirmed), List.copyOf(unconfirmed));
  }

  /** Cancels whatever any of the actions still runs. */
  RobotEvent.StoppedLater stopAgain() {
    Map<String, CompletableFuture<Integer>> asked = ask(actions);
    List<String> confirmed = new ArrayList<>();
    List<String> unconfirmed = new ArrayList<>();
    long until = System.nanoTime() + confirm.toNanos();
    for (String action : actions) {
      judge(action, asked, until, confirmed, unconfirmed);
    }
    return new RobotEvent.StoppedLater(List.copyOf(confirmed), List.copyOf(unconfirmed));
  }

  private Map<String, CompletableFuture<Integer>> ask(Set<String> names) {
    Map<String, CompletableFuture<Integer>> asked = new LinkedHashMap<>();
    names.forEach(name -> asked.put(name, transport.cancelAll(name, confirm)));
    return asked;
  }

  /** An action none of whose goals needed canceling has stopped; of others it is not known. */
  private static void judge(
      String action,
      Map<String, CompletableFuture<Integer>> asked,
      long until,
      List<String> confirmed,
      List<String> unconfirmed) {
    CompletableFuture<Integer> answer = asked.get(action);
    Integer canceling = answer == null ? null : await(answer, until);
    if (canceling == null) {
      unconfirmed.add(action + " (its server does not answer)");
    } else if (canceling == 0) {
      confirmed.add(action);
    } else {
      unconfirmed.add(action + " (it says that it is canceling, its end was not seen)");
    }
  }

  private static <T> @org.jspecify.annotations.Nullable T await(
      CompletableFuture<T> future, long until) {
    try {
      return future.get(Math.max(0, until - System.nanoTime()), TimeUnit.NANOSECONDS);
    } catch (TimeoutException | ExecutionException e) {
      return null;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    }
  }
}
