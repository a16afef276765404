package io.souschef.ros.soak;

import static org.assertj.core.api.Assertions.assertThat;

import io.souschef.ros.RosRobot;
import io.souschef.ros.StepConfirmation;
import io.souschef.ros.config.RobotConfig;
import io.souschef.skills.GroundedSkill;
import io.souschef.skills.SkillLibrary;
import io.souschef.skills.execution.RobotException;
import io.souschef.skills.execution.SkillResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/**
 * Goals, each with a conduct of its server and a fault at random, held against the server's own
 * log: nothing moves that is not said to move, at most one thing does at a time, and none is left.
 */
public final class FaultSoak implements AutoCloseable {

  private static final Set<Fault> OURS =
      EnumSet.of(Fault.NOTHING, Fault.CANCEL, Fault.CTRL_C, Fault.E_STOP, Fault.POSE_LOST);
  private static final long PATIENCE_S = 60;
  private static final int MOST_TRIES = 10;
  private static final long SEED = 16;

  private final Side side;
  private final RobotConfig config;
  private final Claims claims = new Claims();
  private final Surroundings surroundings;
  private final SplittableRandom random = new SplittableRandom(SEED);
  private final Figures figures = new Figures();
  private final List<String> broken = new ArrayList<>();
  private RosRobot robot;
  private int checked;

  /** A soak of a robot's side, which it does not close. */
  public FaultSoak(Side side) {
    this.side = side;
    config = RobotConfig.parse("soak.yaml", SoakFile.yaml(side.connection(), side.conducts()));
    surroundings = new Surroundings(side.bystander(config.catalog()));
    robot = open();
  }

  /** On a machine with much to do nobody may answer for seconds. */
  private RosRobot open() {
    for (int tries = 1; ; tries++) {
      try {
        return new RosRobot(
            side.planner(config.catalog()), config, StepConfirmation.NOT_NEEDED, claims);
      } catch (RobotException e) {
        if (tries == MOST_TRIES) {
          throw e;
        }
      }
    }
  }

  /**
   * Goes on for some rounds.
   *
   * @throws AssertionError when something broke the promise
   */
  public void run(int rounds) throws Exception {
    List<Conduct> conducts = List.copyOf(side.conducts());
    EnumSet<Fault> all = EnumSet.copyOf(OURS);
    all.addAll(side.faults());
    List<Fault> faults = List.copyOf(all);
    for (int i = 1; i <= rounds; i++) {
      // In every run of a few rounds each fault comes at least once.
      Fault fault = faults.get(i <= faults.size() ? i - 1 : random.nextInt(faults.size()));
      round(i, conducts.get(random.nextInt(conducts.size())), fault);
    }
    assertThat(broken).as("of %s rounds", rounds).isEmpty();
  }

  /** Writes what was counted into a page's section. */
  public void write(Path page, String name, String title, String command) throws Exception {
    figures.write(
        page,
        name,
        title,
        "Made by `%s`, seed %s, on Java %s, %s."
            .formatted(
                command, SEED, System.getProperty("java.version"), System.getProperty("os.name")));
  }

  /** What was done, in a line. */
  public String summary() {
    return "%s rounds, %s goals moved, %s broken"
        .formatted(figures.rounds(), figures.moved(), figures.broken());
  }

  private void round(int number, Conduct conduct, Fault fault) throws Exception {
    long began = System.nanoTime();
    int confirmed = claims.confirmed();
    int unconfirmed = claims.unconfirmed();
    String what = "round %s: %s, %s".formatted(number, conduct.word(), fault.words());
    boolean person = conduct.needsPerson() || fault == Fault.DEATH || fault == Fault.E_STOP;
    List<String> wrong = new ArrayList<>();
    try {
      awaitArmed(person);
      side.conduct(conduct);
      CompletableFuture<SkillResult> result = start(conduct);
      if (random.nextInt(4) > 0) {
        await("", 2, () -> side.log().isMoving() || result.isDone());
      }
      Thread.sleep(random.nextInt(120));
      begin(fault);
      mend(fault);
      end(result);
      if (person) {
        side.halt();
      }
      await("a goal is left", PATIENCE_S, () -> !side.log().isMoving());
      // A goal that never reached its server is held for ever: nobody but a person can tell.
      awaitArmed(person || side.log().motions().size() == checked);
    } catch (AssertionError e) {
      wrong.add(String.valueOf(e.getMessage()));
      side.halt();
      surroundings.restore();
      side.mend();
      reopen();
    }
    List<ServerLog.Motion> motions = side.log().motions();
    int moved = motions.size() - checked;
    wrong.addAll(check(motions));
    wrong.forEach(why -> broken.add(what + ": " + why + "\n  from " + began + claims.since(began)));
    figures.add(
        fault,
        moved,
        claims.confirmed() - confirmed,
        claims.unconfirmed() - unconfirmed,
        wrong.isEmpty() ? 0 : 1);
  }

  private CompletableFuture<SkillResult> start(Conduct conduct) {
    GroundedSkill skill =
        SkillLibrary.standard()
            .parse("go to the " + conduct.word(), robot.vocabulary(), robot.observe())
            .orElseThrow();
    RosRobot mine = robot;
    return CompletableFuture.supplyAsync(() -> mine.execute(skill, progress -> {}));
  }

  private void begin(Fault fault) throws Exception {
    switch (fault) {
      case NOTHING -> {}
      case CANCEL -> robot.cancel();
      case CTRL_C -> robot.stop("Ctrl-C was pressed", false);
      case E_STOP -> surroundings.pressEStop();
      case POSE_LOST -> {
        surroundings.losePose();
        Thread.sleep(1700);
      }
      default -> {
        side.begin(fault);
        Thread.sleep(random.nextInt(fault.longestMs()));
      }
    }
  }

  private void mend(Fault fault) throws Exception {
    surroundings.restore();
    if (!OURS.contains(fault)) {
      side.mend();
    }
  }

  private static void end(CompletableFuture<SkillResult> result) throws Exception {
    try {
      result.get(PATIENCE_S, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new AssertionError("the skill hangs", e);
    } catch (ExecutionException e) {
      assertThat(e.getCause()).isInstanceOf(RobotException.class); // held before it was sent
    }
  }

  /**
   * Arms it; what was not confirmed as stopped must be confirmed first, or seen by a person where
   * nothing else can.
   */
  private void awaitArmed(boolean person) throws Exception {
    if (surroundings.wasEStopPressed()) {
      if (person) {
        robot.seenStandingStill();
      }
      reopen();
    }
    await(
        "it cannot be armed again: " + robot.stillBecause().orElse(""),
        PATIENCE_S,
        () -> {
          try {
            robot.arm();
          } catch (IllegalStateException e) {
            if (person) {
              robot.seenStandingStill();
            }
          }
          return robot.stillBecause().isEmpty();
        });
    await("nothing answers", PATIENCE_S, surroundings::serverAnswers);
  }

  private void reopen() {
    robot.close();
    surroundings.releaseEStop();
    robot = open();
  }

  private static void await(String orElse, long seconds, BooleanSupplier condition)
      throws InterruptedException {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > until) {
        assertThat(orElse).isEmpty();
        return;
      }
      Thread.sleep(10);
    }
  }

  private List<String> check(List<ServerLog.Motion> motions) {
    List<String> wrong = new ArrayList<>();
    for (int i = checked; i < motions.size(); i++) {
      ServerLog.Motion motion = motions.get(i);
      claims.liesAbout(motion).ifPresent(wrong::add);
      if (!motion.isOver()) {
        wrong.add("it still moves");
      }
      if (i > 0 && motions.get(i - 1).endNanos() > motion.startNanos()) {
        wrong.add(
            "two things moved at once: %s ms before the one before had ended; %s"
                .formatted(
                    (motions.get(i - 1).endNanos() - motion.startNanos()) / 1_000_000,
                    motions.subList(i - 1, i + 1)));
      }
    }
    checked = motions.size();
    return wrong;
  }

  @Override
  public void close() {
    robot.giveUp();
    robot.close();
    surroundings.close();
  }
}
