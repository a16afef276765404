package io.souschef.ros.played;

import io.souschef.skills.GroundedSkill;
import io.souschef.skills.execution.Progress;
import io.souschef.skills.execution.Robot;
import io.souschef.skills.execution.SkillResult;
import io.souschef.skills.failure.FailureReason;
import io.souschef.skills.world.Observation;
import io.souschef.skills.world.ObservedObject;
import io.souschef.skills.world.Place;
import io.souschef.skills.world.PlaceState;
import io.souschef.skills.world.Pose;
import io.souschef.skills.world.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** A robot of a few rules: drives anywhere at once, picks up what is there. */
public final class PretendRobot implements Robot {

  public static final Vocabulary VOCABULARY =
      new Vocabulary(
          List.of(
              new Vocabulary.Kind("coke", "cokes", true),
              new Vocabulary.Kind("rice chips", "rice chips", false)),
          List.of(
              new Place("table", Place.Kind.SURFACE, Pose.upright(1, 0, 0.75, 0), 1.2, 0.8),
              new Place("fridge", Place.Kind.CLOSABLE, Pose.upright(3, 1, 1, 1), 0.6, 0.6),
              new Place("user", Place.Kind.PERSON, Pose.upright(0, 2, 0.7, 0), 0.4, 0.4)));

  /** Skills wait here once they have begun, when set. */
  private volatile CountDownLatch hold = new CountDownLatch(0);

  private volatile CountDownLatch begun = new CountDownLatch(1);
  private volatile boolean canceled;
  private volatile boolean deaf;
  private final AtomicInteger skills = new AtomicInteger();
  private volatile boolean stopped;
  private volatile boolean moving;
  private Pose base = Pose.upright(0, 2, 0, 0);
  private String at = "user";
  private double timeS;
  private Optional<ObservedObject> held = Optional.empty();
  private final List<ObservedObject> objects = new ArrayList<>();

  public PretendRobot() {
    Pose onTable = Pose.upright(1.1, 0.2, 0.81, 0.3);
    objects.add(
        new ObservedObject(
            "coke-1", "coke", onTable, Optional.of("table"), 0.066, 0.066, 0.123, 0.75, 0, true));
  }

  /** Makes the next skills last until they are canceled or {@link #letGo} is called. */
  public void holdSkills() {
    begun = new CountDownLatch(1);
    hold = new CountDownLatch(1);
  }

  /** Makes cancels without effect from now on. */
  public void ignoreCancels() {
    deaf = true;
  }

  /** How many skills have begun. */
  public int skillsBegun() {
    return skills.get();
  }

  public void letGo() {
    hold.countDown();
  }

  public void awaitBegun() throws InterruptedException {
    if (!begun.await(20, TimeUnit.SECONDS)) {
      throw new AssertionError("No skill has begun");
    }
  }

  public boolean isMoving() {
    return moving;
  }

  @Override
  public Vocabulary vocabulary() {
    return VOCABULARY;
  }

  @Override
  public Observation observe() {
    return new Observation(
        timeS,
        base,
        Optional.of(at),
        held,
        objects,
        VOCABULARY.places().stream().map(this::state).toList());
  }

  private PlaceState state(Place place) {
    return new PlaceState(
        place,
        place.name().equals("fridge") ? Optional.of(false) : Optional.empty(),
        place.name().equals(at) ? OptionalDouble.of(timeS) : OptionalDouble.empty());
  }

  @Override
  public SkillResult execute(GroundedSkill skill, Consumer<Progress> progress) {
    if (stopped) {
      return new SkillResult.Failed(0, FailureReason.REJECTED, "stopped");
    }
    canceled = false;
    skills.incrementAndGet();
    moving = true;
    begun.countDown();
    try {
      while (hold.getCount() > 0) {
        if ((canceled && !deaf) || stopped) {
          return new SkillResult.Canceled(1, "canceled on the way");
        }
        progress.accept(new Progress("waiting", 0.1, 0.1));
        Thread.sleep(5);
      }
      progress.accept(new Progress("moving", 0.5, 1));
      timeS += 2;
      return outcome(skill);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new SkillResult.Canceled(1, "interrupted");
    } finally {
      moving = false;
    }
  }

  private SkillResult outcome(GroundedSkill skill) {
    switch (skill.action()) {
      case "go_to" -> {
        at = skill.place().orElseThrow();
        Pose pose =
            VOCABULARY.places().stream()
                .filter(place -> place.name().equals(at))
                .findFirst()
                .orElseThrow()
                .pose();
        base = Pose.upright(pose.x(), pose.y(), 0, pose.yaw());
        return new SkillResult.Succeeded(2, "arrived");
      }
      case "pick_up" -> {
        Optional<ObservedObject> found =
            objects.stream().filter(o -> skill.object().equals(Optional.of(o.kind()))).findFirst();
        found.ifPresent(objects::remove);
        held = found.isPresent() ? found : held;
        return found.isPresent()
            ? new SkillResult.Succeeded(2, "holding it")
            : new SkillResult.Failed(2, FailureReason.NOT_FOUND, "There is none");
      }
      case "bring" -> {
        boolean empty = held.isEmpty();
        held = Optional.empty();
        return empty
            ? new SkillResult.Failed(0, FailureReason.HAND_EMPTY, "Nothing to bring")
            : new SkillResult.Succeeded(2, "here you are");
      }
      default -> {
        return new SkillResult.Failed(0, FailureReason.REJECTED, "cannot " + skill.action());
      }
    }
  }

  @Override
  public void cancel() {
    canceled = true;
  }

  @Override
  public void emergencyStop() {
    stopped = true;
  }

  @Override
  public void close() {}
}
