package io.souschef.web.live;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.planner.Instruction;
import io.souschef.sim.SimulatedRobot;
import io.souschef.skills.InvalidInputException;
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
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A simulated kitchen in which people give instructions, look on and interfere. One thread owns the
 * world and drives the robot; all methods may be called by any thread and none of them waits,
 * except {@link #close}. What is refused throws {@link InvalidInputException}.
 */
public final class LiveKitchen implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(LiveKitchen.class);

  /** Name of the thread that owns the world, for those who measure it. */
  public static final String THREAD = RobotThread.NAME;

  private static final double SETTLE_S = 4;

  private final Worlds worlds;
  private final Clockwork clockwork;
  private final Broadcast broadcast;
  private final Episodes episodes;
  private final Past past = new Past();
  private final Wheel wheel = new Wheel();
  private final Questions questions;
  private final Driving driving;
  private final RequestGate gate = new RequestGate();
  private final RobotThread driver = new RobotThread();
  private volatile Chosen chosen = new Chosen(List.of());
  private volatile long seed;

  /**
   * Opens the kitchen.
   *
   * @param out where every request leaves a folder with its trace and motion
   * @param speed robot seconds a second; infinite for as fast as it can be computed
   */
  public LiveKitchen(Worlds worlds, long seed, double speed, Path out) {
    this.worlds = worlds;
    this.seed = seed;
    clockwork = new Clockwork(speed);
    episodes = new Episodes(out);
    SimulatedRobot first = driver.await(() -> worlds.open(seed));
    broadcast =
        new Broadcast(SceneJson.kitchen(first.worldState().initial().kitchen()), this::gone);
    driving = new Driving(clockwork, broadcast, episodes, this::changed);
    questions = new Questions(driving::answered, this::changed);
    driver.run(() -> driving.enter(first));
    changed();
  }

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

  /** Begins to carry out an instruction, or queues it behind the one at work. */
  public void instruct(Brain brain, Instruction instruction) {
    int ticket = gate.admit();
    broadcast.queued(instruction.text());
    drive(
        () -> {
          if (gate.pass(ticket)) {
            past.remember("“" + instruction.text() + "”", driving.robot());
            driving.perform(brain, instruction, worlds.about(), seed);
          }
        });
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
    driving.emergencyStop();
    changed();
  }

  /** Unlocks the emergency stop. */
  public void release() {
    gate.release();
    drive(() -> driving.robot().releaseStop());
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

  /** Begins anew, with another arrangement of the scene. */
  public void reset(long newSeed) {
    cancel();
    gate.release();
    drive(
        () -> {
          SimulatedRobot fresh = worlds.open(newSeed);
          seed = newSeed;
          past.forget();
          driving.enter(fresh);
          tellNote("The kitchen was set up anew, with seed %s".formatted(newSeed));
        });
  }

  /** Goes back to before the last request or the last thing done by hand. */
  public void undo() {
    if (past.size() == 0) {
      throw new InvalidInputException("There is nothing to go back to");
    }
    cancel();
    drive(
        () -> {
          Past.Moment moment = past.back();
          if (!gate.isStopped()) {
            moment.robot().releaseStop();
          }
          driving.enter(moment.robot());
          tellNote("Everything is again as it was before " + moment.before());
        });
  }

  /**
   * Does something in the kitchen by hand, also while the robot works.
   *
   * @param words what is done: "coke-1 was put elsewhere"
   * @return completed when it is done, exceptionally when it could not be
   */
  public CompletableFuture<Void> byHand(String words, Consumer<SimulatedRobot> deed) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    clockwork.errand(
        () -> {
          try {
            SimulatedRobot robot = driving.robot();
            if (!driving.isWorking()) {
              past.remember(words, robot);
            }
            deed.accept(robot);
            driving.showNow();
            tellNote("By hand: " + words);
            done.complete(null);
          } catch (RuntimeException e) {
            done.completeExceptionally(e);
          }
        });
    drive(
        () -> {
          boolean unused = clockwork.runErrands();
          driving.settle(SETTLE_S);
        });
    return done;
  }

  /**
   * Asks something about the kitchen after all that was asked for before is done.
   *
   * @param question asked on the thread that drives, and only reads
   */
  public <T> CompletableFuture<T> ask(Function<SimulatedRobot, T> question) {
    return driver.ask(() -> question.apply(driving.robot()));
  }

  /** Offers what people may choose. */
  void offer(List<Choice> choices) {
    chosen = new Chosen(choices);
    changed();
  }

  /** Chooses for the requests that follow. */
  void choose(String name, String value) {
    chosen.choose(name, value);
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
    state.put("seed", seed);
    state.put("undo", past.size());
    state.put("driver", wheel.driver());
    state.set("choices", chosen.json());
    questions.open().ifPresent(question -> state.set("question", question));
    return state;
  }

  private void tellNote(String words) {
    broadcast.note(driving.request(), words);
  }

  private void gone(String viewer) {
    wheel.release(viewer);
    changed();
  }

  private void drive(Runnable work) {
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
