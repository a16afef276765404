package io.souschef.web.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.planner.Instruction;
import io.souschef.skills.failure.InvalidInputException;
import io.souschef.web.live.body.Body;
import io.souschef.web.live.mind.Brain;
import io.souschef.web.live.mind.Choice;
import io.souschef.web.live.mind.Chosen;
import io.souschef.web.live.people.Broadcast;
import io.souschef.web.live.people.Questions;
import io.souschef.web.live.people.RequestGate;
import io.souschef.web.live.people.Viewer;
import io.souschef.web.live.people.Wheel;
import io.souschef.web.replay.SceneJson;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A robot to which people give instructions while they look on. One thread drives it; all methods
 * may be called by any thread and none of them waits, except {@link #close}. What is refused throws
 * {@link InvalidInputException}.
 */
public abstract sealed class Live implements AutoCloseable permits LiveKitchen, LiveRobot {

  private static final Logger LOG = LoggerFactory.getLogger(Live.class);

  /** Name of the thread that owns the world, for those who measure it. */
  public static final String THREAD = RobotThread.NAME;

  final Clockwork clockwork;
  final Broadcast broadcast;
  final Driving driving;
  final RobotThread driver = new RobotThread();
  final RequestGate gate = new RequestGate();
  private final Episodes episodes;
  private final Wheel wheel = new Wheel();
  private final Questions questions;
  private volatile Chosen chosen = new Chosen(List.of());

  /**
   * Opens it.
   *
   * @param first what is driven to begin with; called on the thread that drives
   * @param speed robot seconds a second; infinite for as fast as it can be computed
   * @param out where every request leaves a folder with its trace and motion
   */
  Live(Supplier<Body> first, double speed, Path out) {
    clockwork = new Clockwork(speed);
    episodes = new Episodes(out);
    Body body = driver.await(first);
    broadcast = new Broadcast(body.scene(), this::gone);
    driving = new Driving(clockwork, broadcast, episodes, this::changed);
    questions = new Questions(driving::answered, this::changed);
    driver.run(() -> driving.enter(body));
  }

  /** What traces record of the surroundings. Thread: the one that drives. */
  abstract Map<String, String> about();

  /** A request is about to begin. Thread: the one that drives. */
  abstract void before(String words);

  /** Carries out a command that only this kind of robot knows. */
  abstract CompletableFuture<Void> execute(String type, JsonNode command);

  /** Puts into the state what only this kind of robot has. */
  abstract void describe(ObjectNode state);

  /** Where the robot's questions are put. */
  public Questions questions() {
    return questions;
  }

  /** Somebody begins to look on. */
  public void join(Viewer viewer) {
    broadcast.join(viewer);
  }

  /** Somebody has gone. */
  public void leave(Viewer viewer) {
    broadcast.leave(viewer);
  }

  /** The folder with trace and motion of a request, counted from 1. */
  public Path folder(int request) {
    return episodes.folder(request);
  }

  /** Whether a request is at work or waits. */
  public boolean isBusy() {
    return driving.isWorking() || gate.waiting() > 0;
  }

  /** Whether a request is being carried out. */
  public boolean isWorking() {
    return driving.isWorking();
  }

  /** Begins to carry out an instruction, or queues it behind the one at work. */
  public void instruct(Brain brain, Instruction instruction) {
    instruct(() -> brain, instruction);
  }

  /** The same with what plans found, or opened, when it begins. */
  void instruct(Supplier<Brain> brain, Instruction instruction) {
    int ticket = gate.admit();
    broadcast.queued(instruction.text());
    drive(
        () -> {
          if (gate.pass(ticket)) {
            Brain opened = brain.get();
            before("“" + instruction.text() + "”");
            driving.perform(opened, instruction, about(), held -> takeIn(held, ticket));
          }
        });
  }

  /** Whoever called a request off while it was being prepared had no reins to pull yet. */
  private void takeIn(Reins held, int ticket) {
    if (gate.isStopped()) {
      held.pressStop();
    } else if (!gate.isWanted(ticket)) {
      held.drop();
    }
  }

  public void pause() {
    clockwork.pause();
    changed();
  }

  public void resume() {
    clockwork.resume();
    changed();
  }

  /** Lets the robot do the next step: what it has decided, and the next decision. */
  public void step() {
    clockwork.step();
    changed();
  }

  /** Ends what the robot does, and forgets what waits. */
  public void cancel() {
    gate.callOff();
    driving.cancel();
    changed();
  }

  /** Stops all motion at once, until {@link #release}. */
  public void emergencyStop() {
    gate.stop();
    driving.emergencyStop(Runnable::run);
    changed();
  }

  /** Unlocks the emergency stop. */
  public void release() {
    gate.release();
    drive(() -> driving.body().releaseStop());
  }

  /** Sets the pace: robot seconds a second, 0.1 to 1000, or infinite. */
  public void setSpeed(double factor) {
    if (!(factor >= 0.1) || (factor > 1000 && !Double.isInfinite(factor))) {
      throw new InvalidInputException(
          "The speed must lie from 0.1 to 1000, or be max; got %s".formatted(factor));
    }
    clockwork.setSpeed(factor);
    changed();
  }

  /** Offers what people may choose. */
  void offer(List<Choice> choices) {
    chosen = new Chosen(choices);
    changed();
  }

  /** Chooses for the requests that follow. */
  void choose(String name, String value) {
    Chosen now = chosen;
    if (now.choose(name, value)) {
      tellNote("From the next request on: %s %s".formatted(now.label(name), value));
    }
    changed();
  }

  Map<String, String> chosen() {
    return chosen.values();
  }

  Wheel wheel() {
    return wheel;
  }

  /** Tells one viewer that something was refused. */
  void refuse(String viewer, String why) {
    broadcast.refused(viewer, why);
  }

  /** Tells everyone how things stand. */
  void changed() {
    broadcast.state(state());
  }

  /** How things stand. */
  public ObjectNode state() {
    ObjectNode state = SceneJson.JSON.createObjectNode();
    driving.describe(state, gate.isStopped());
    clockwork.describe(state);
    state.put("queued", gate.waiting());
    state.put("driver", wheel.driver());
    state.set("choices", chosen.json());
    questions.open().ifPresent(question -> state.set("question", question));
    describe(state);
    return state;
  }

  void tellNote(String words) {
    broadcast.note(driving.request(), words);
  }

  private void gone(String viewer) {
    wheel.release(viewer);
    changed();
  }

  void drive(Runnable work) {
    driver.run(
        () -> {
          try {
            work.run();
          } catch (InvalidInputException e) {
            tellNote(String.valueOf(e.getMessage()));
          } catch (RuntimeException e) {
            LOG.error("The kitchen cannot do what it was asked for", e);
            tellNote("Something broke in the kitchen; begin anew or go back");
          }
          changed();
        });
  }

  /** Ends what is at work, and waits for that some seconds at most. */
  @Override
  public void close() {
    gate.callOff();
    driving.cancel();
    driver.close();
    broadcast.close();
  }
}
