package io.souschef.training.language.corpus.episode;

import io.souschef.planner.usefulness.PlanPrompt.Seen;
import io.souschef.skills.failure.FailureReason;
import io.souschef.training.language.corpus.scene.Thing;
import io.souschef.training.language.corpus.scene.World;
import io.souschef.training.language.corpus.wording.Choose;
import io.souschef.training.language.corpus.wording.SkillWords;
import io.souschef.training.language.text.lexicon.Noun;
import io.souschef.training.language.text.lexicon.Spot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Carries skills out in the symbolic world, one method a skill: it says the words, changes the
 * world, and now and then fails. Methods return whether the skill succeeded in the end.
 */
public final class SymbolicRobot {

  private static final int MOST_TRIES = 3;
  private static final double FINDS_UNSEEN = 0.65;

  private final World world;
  private final SkillWords words;
  private final Troubles troubles;
  private final EpisodeWriter writer;
  private final RandomGenerator random;
  private final Acts acts;
  private @Nullable Thing located;
  private @Nullable Spot standing;

  public SymbolicRobot(
      World world,
      SkillWords words,
      Troubles troubles,
      EpisodeWriter writer,
      RandomGenerator random) {
    this.world = world;
    this.words = words;
    this.troubles = troubles;
    this.writer = writer;
    this.random = random;
    this.acts = new Acts(world, words);
    this.standing = world.at;
  }

  /**
   * Whether the robot was told to go there, or began there. Where finding something has led it is
   * not known from the words.
   */
  boolean standsAt(Spot place) {
    return place.equals(standing);
  }

  /** Finds a thing that has been seen. */
  void find(Thing thing, Set<String> alternatives) {
    if (located == thing) {
      return;
    }
    String skill = words.of("find", thing.noun);
    Optional<FailureReason> trouble =
        troubles.strike(FailureReason.TIMED_OUT, FailureReason.BLOCKED_PATH);
    if (trouble.isPresent()) {
      writer.failed(skill, alternatives, trouble.get(), List.of());
    }
    boolean isNew = !thing.seen;
    acts.happen("find", thing);
    standing = null;
    located = thing;
    List<Seen> news = new ArrayList<>();
    if (isNew) {
      news.add(world.discover(thing));
    }
    news.addAll(world.lookAt(thing.place));
    writer.succeeded(skill, alternatives, news);
  }

  /** Looks for a kind that has not been seen; finds the hidden thing, if there is one, or not. */
  boolean search(Noun noun, @Nullable Thing hidden, Set<String> alternatives) {
    boolean inside = hidden != null && hidden.place.opens() && !world.open.contains(hidden.place);
    if (hidden != null && !inside && Choose.chance(FINDS_UNSEEN, random)) {
      find(hidden, alternatives);
      return true;
    }
    writer.failed(words.of("find", noun), alternatives, FailureReason.NOT_FOUND, List.of());
    return false;
  }

  /** Picks up a thing beside the robot, again if it must be. */
  boolean pickUp(Thing thing) {
    String skill = words.of("pick_up", thing.noun);
    for (int i = 0; i < MOST_TRIES; i++) {
      Optional<FailureReason> trouble =
          troubles.strike(
              FailureReason.SLIPPED,
              FailureReason.SLIPPED,
              FailureReason.UNREACHABLE,
              FailureReason.BLOCKED_GRASP,
              FailureReason.NOT_FOUND,
              FailureReason.TOO_HEAVY,
              FailureReason.TOO_WIDE);
      if (trouble.isEmpty()) {
        acts.happen("pick_up", thing);
        writer.took(skill, world.left(thing.place));
        return true;
      }
      writer.failed(skill, Set.of(), trouble.get(), List.of());
      switch (trouble.get()) {
        case UNREACHABLE, NOT_FOUND -> {
          located = null;
          find(thing, Set.of());
        }
        case TOO_HEAVY, TOO_WIDE -> {
          return false;
        }
        default -> {}
      }
    }
    return false;
  }

  boolean takeOut(Thing thing) {
    String skill = words.of("take_out", thing.noun, thing.place);
    for (int i = 0; i < MOST_TRIES; i++) {
      Optional<FailureReason> trouble =
          troubles.strike(FailureReason.SLIPPED, FailureReason.UNREACHABLE, FailureReason.CLOSED);
      if (trouble.isEmpty()) {
        acts.happen("take_out", thing, thing.place);
        writer.took(skill, world.left(thing.place));
        return true;
      }
      writer.failed(skill, Set.of(), trouble.get(), List.of());
      if (trouble.get() == FailureReason.CLOSED) {
        world.open.remove(thing.place);
        open(thing.place);
      }
    }
    return false;
  }

  void goTo(Spot place) {
    drive(words.of("go_to", place), place, () -> acts.happen("go_to", place));
  }

  /** Drives with the held thing to the user. */
  void bring(Spot user) {
    drive(words.bring(), user, () -> acts.bring(user));
  }

  private void drive(String skill, Spot place, Runnable act) {
    Optional<FailureReason> trouble =
        troubles.strike(
            FailureReason.BLOCKED_PATH, FailureReason.TIMED_OUT, FailureReason.HAND_EMPTY);
    if (trouble.isPresent()) {
      Thing dropped = world.held;
      boolean drops = trouble.get() == FailureReason.HAND_EMPTY;
      if (drops && dropped == null) {
        trouble = Optional.of(FailureReason.BLOCKED_PATH);
      }
      writer.failed(skill, Set.of(), trouble.get(), List.of());
      if (drops && dropped != null) {
        world.held = null;
        located = null;
        find(dropped, Set.of());
        pickUp(dropped);
        if (world.held == null) {
          return;
        }
      }
    }
    act.run();
    standing = place;
    located = null;
    writer.succeeded(skill, Set.of(), world.lookAt(place));
  }

  /** Puts the held thing down where the robot stands. */
  void putDown() {
    Thing thing = held();
    String skill = words.of("put_down", thing.noun);
    mayFail(skill, FailureReason.NO_ROOM, FailureReason.BLOCKED_PATH);
    writer.succeeded(skill, Set.of(), List.of());
    acts.happen("put_down", thing);
    located = null;
  }

  void putIn(Spot place) {
    Thing thing = held();
    String skill = words.of("put", thing.noun, place);
    Optional<FailureReason> trouble =
        troubles.strike(
            FailureReason.NO_ROOM,
            FailureReason.SLIPPED,
            FailureReason.UNREACHABLE,
            FailureReason.CLOSED);
    if (trouble.filter(FailureReason.CLOSED::equals).isPresent()) {
      Optional<Spot> surface = surfaceOtherThan(place);
      if (place.opens() && surface.isPresent()) {
        writer.failed(skill, Set.of(), FailureReason.CLOSED, List.of());
        openAgain(place, thing, surface.get());
      }
      if (world.held == null) {
        return;
      }
    } else {
      trouble.ifPresent(reason -> writer.failed(skill, Set.of(), reason, List.of()));
    }
    writer.succeeded(skill, Set.of(), List.of());
    acts.happen("put", thing, place);
    located = null;
  }

  /** Somebody shut the door meanwhile: a full hand cannot open it, so the thing has to wait. */
  private void openAgain(Spot place, Thing thing, Spot surface) {
    world.open.remove(place);
    goTo(surface);
    if (world.held == null) {
      return;
    }
    putDown();
    goTo(place);
    open(place);
    find(thing, Set.of());
    if (pickUp(thing)) {
      goTo(place);
    }
  }

  private Optional<Spot> surfaceOtherThan(Spot place) {
    return Choose.any(
        world.places.stream()
            .filter(spot -> spot.attributes().contains("surface") && !spot.equals(place))
            .toList(),
        random);
  }

  void open(Spot place) {
    String skill = words.of("open", place);
    mayFail(skill, FailureReason.SLIPPED, FailureReason.UNREACHABLE, FailureReason.TIMED_OUT);
    acts.happen("open", place);
    writer.succeeded(skill, Set.of(), world.lookAt(place));
  }

  void close(Spot place) {
    String skill = words.of("close", place);
    mayFail(skill, FailureReason.SLIPPED, FailureReason.UNREACHABLE);
    acts.happen("close", place);
    writer.succeeded(skill, Set.of(), List.of());
  }

  void wipe(Spot place) {
    String skill = words.of("wipe", place);
    mayFail(skill, FailureReason.SLIPPED, FailureReason.UNREACHABLE, FailureReason.TIMED_OUT);
    acts.happen("wipe", place);
    writer.succeeded(skill, Set.of(), List.of());
  }

  /** Places upright or knocks over, as the action says. */
  void push(String action, Thing thing) {
    String skill = words.of(action, thing.noun);
    mayFail(skill, FailureReason.SLIPPED, FailureReason.UNREACHABLE);
    acts.happen(action, thing);
    writer.succeeded(skill, Set.of(), List.of());
  }

  void moveNear(Thing thing, Thing other) {
    String skill = words.near(thing.noun, other.noun);
    mayFail(skill, FailureReason.SLIPPED, FailureReason.NO_ROOM);
    writer.succeeded(skill, Set.of(), List.of());
    acts.happen("move_near", thing, other);
    standing = null;
    located = null;
  }

  private void mayFail(String skill, FailureReason... reasons) {
    troubles.strike(reasons).ifPresent(reason -> writer.failed(skill, Set.of(), reason, List.of()));
  }

  void done() {
    writer.succeeded(words.done(), Set.of(), List.of());
  }

  private Thing held() {
    Thing thing = world.held;
    if (thing == null) {
      throw new IllegalStateException("Nothing is held; the planner is wrong");
    }
    return thing;
  }
}
