package io.souschef.planner.played;

import io.souschef.skills.GroundedSkill;
import io.souschef.skills.SkillLibrary;
import io.souschef.skills.effect.world.WorldSketch;
import io.souschef.skills.execution.ForwardingRobot;
import io.souschef.skills.execution.Progress;
import io.souschef.skills.execution.Robot;
import io.souschef.skills.execution.SkillResult;
import io.souschef.skills.rule.SkillRules;
import io.souschef.skills.world.Place;
import io.souschef.skills.world.Pose;
import io.souschef.skills.world.Vocabulary;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A wide kitchen in which driving takes time, and a clock for it. */
public final class Rooms {

  public static final List<String> KINDS =
      List.of("coke", "apple", "mug", "sponge", "tea", "banana", "milk", "spoon");

  public static final Vocabulary KITCHEN =
      new Vocabulary(
          KINDS.stream()
              .map(noun -> new Vocabulary.Kind(noun, noun + "s", true, Set.of(), List.of()))
              .toList(),
          Stream.of(
                  place("user", Place.Kind.PERSON, 0, 0),
                  place("table", Place.Kind.SURFACE, 6, 0),
                  place("counter", Place.Kind.SURFACE, 6, 8),
                  place("shelf", Place.Kind.SURFACE, 0, 8),
                  place("sink", Place.Kind.BASIN, 3, 4),
                  place("fridge", Place.Kind.CLOSABLE, 9, 4),
                  place("drawer", Place.Kind.CLOSABLE, 0, 4),
                  place("trash can", Place.Kind.BIN, 9, 9))
              .toList());

  private Rooms() {}

  private static Place place(String name, Place.Kind kind, double x, double y) {
    return new Place(name, kind, Pose.upright(x, y, 0.8, 0), 1, 1);
  }

  /** Adds up how long skills take by their declarations. */
  public static final class Clock extends ForwardingRobot {
    private static final SkillRules RULES = new SkillRules(SkillLibrary.standard());
    private double seconds;

    public Clock(Robot robot) {
      super(robot);
    }

    public double seconds() {
      return seconds;
    }

    @Override
    public SkillResult execute(GroundedSkill skill, Consumer<Progress> progress) {
      seconds += RULES.seconds(skill, WorldSketch.of(observe(), vocabulary()));
      return super.execute(skill, progress);
    }
  }
}
