package io.souschef.web.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.sim.SimulatedRobot;
import io.souschef.skills.failure.InvalidInputException;
import io.souschef.web.live.body.SimulatedBody;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;

/** A simulated kitchen, in which people also interfere, and can go back and begin anew. */
public final class LiveKitchen extends Live {

  private static final double SETTLE_S = 4;

  private final Worlds worlds;
  private final Past past = new Past();
  private final Hands hands = new Hands(this);
  private volatile String scene;
  private volatile long seed;

  /**
   * Opens the kitchen in its first scene.
   *
   * @param out where every request leaves a folder with its trace and motion
   * @param speed robot seconds a second; infinite for as fast as it can be computed
   */
  public LiveKitchen(Worlds worlds, long seed, double speed, Path out) {
    super(() -> new SimulatedBody(worlds.open(worlds.scenes().get(0), seed)), speed, out);
    this.worlds = worlds;
    this.seed = seed;
    scene = worlds.scenes().get(0);
    changed();
  }

  @Override
  Map<String, String> about() {
    return Map.of("scene", scene, "seed", Long.toString(seed));
  }

  @Override
  void before(String words) {
    past.remember(words, robot());
  }

  private SimulatedRobot robot() {
    if (driving.body() instanceof SimulatedBody body) {
      return body.robot();
    }
    throw new IllegalStateException("What is driven here is simulated");
  }

  @Override
  void describe(ObjectNode state) {
    state.put("seed", seed);
    state.put("scene", scene);
    ArrayNode offered = state.putArray("scenes");
    worlds.scenes().forEach(offered::add);
    state.put("undo", past.size());
  }

  @Override
  CompletableFuture<Void> execute(String type, JsonNode command) {
    switch (type) {
      case "release" -> release();
      case "speed" -> setSpeed(speed(command));
      case "reset" ->
          reset(
              command.has("scene") ? Fields.name(command, "scene") : scene,
              Fields.whole(command, "seed"));
      case "undo" -> undo();
      default -> {
        return hands.execute(type, command);
      }
    }
    return CompletableFuture.completedFuture(null);
  }

  private static double speed(JsonNode command) {
    JsonNode factor = command.path("factor");
    return factor.asText().equals("max") ? Clockwork.MAX : Fields.number(command, "factor");
  }

  /**
   * Begins anew, in another scene or another arrangement of this one. What is wrong with the scene
   * is told to those who look on, and the kitchen stays as it is.
   */
  public void reset(String newScene, long newSeed) {
    if (!worlds.scenes().contains(newScene)) {
      throw new InvalidInputException(
          "There is no scene '%s' here; there is: %s"
              .formatted(newScene, String.join(", ", worlds.scenes())));
    }
    cancel();
    drive(
        () -> {
          SimulatedBody fresh = new SimulatedBody(worlds.open(newScene, newSeed));
          gate.release();
          boolean elsewhere = !newScene.equals(scene);
          scene = newScene;
          seed = newSeed;
          past.forget();
          if (elsewhere) {
            broadcast.scene(fresh.scene());
          }
          driving.enter(fresh);
          tellNote("The kitchen was set up anew: scene %s, seed %s".formatted(newScene, newSeed));
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
          driving.enter(new SimulatedBody(moment.robot()));
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
            SimulatedRobot robot = robot();
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
    return driver.ask(() -> question.apply(robot()));
  }
}
