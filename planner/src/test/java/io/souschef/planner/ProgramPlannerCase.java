package io.souschef.planner;

import io.souschef.planner.affordance.AffordanceFunction;
import io.souschef.planner.dialogue.User;
import io.souschef.planner.episode.EpisodeEvent;
import io.souschef.planner.played.ByHeart;
import io.souschef.planner.played.SketchRobot;
import io.souschef.planner.played.Talker;
import io.souschef.planner.program.Shorthand;
import io.souschef.skills.SkillLibrary;
import io.souschef.skills.world.Place;
import io.souschef.skills.world.Pose;
import io.souschef.skills.world.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An episode of a program by heart in a sketch of a kitchen. */
abstract class ProgramPlannerCase {

  static final Vocabulary KITCHEN =
      new Vocabulary(
          List.of(
              kind("coke", "drink", "soda"),
              kind("pepsi", "drink", "soda"),
              kind("apple", "fruit", "food"),
              kind("mug", "dish"),
              kind("cup", "dish", "cup"),
              kind("glass", "dish", "cup"),
              kind("sponge", "cleaning", "absorbent"),
              kind("rice chips", "snack", "chips"),
              kind("kettle chips", "snack", "chips")),
          List.of(
              place("user", Place.Kind.PERSON, 0),
              place("table", Place.Kind.SURFACE, 2, "surface"),
              place("counter", Place.Kind.SURFACE, 4, "surface"),
              place("fridge", Place.Kind.CLOSABLE, 6),
              place("top drawer", Place.Kind.CLOSABLE, 7),
              place("bottom drawer", Place.Kind.CLOSABLE, 8),
              place("trash can", Place.Kind.BIN, 5, "trash")));

  final List<EpisodeEvent> events = new ArrayList<>();
  AffordanceFunction can = AffordanceFunction.none();
  final List<String> told = new ArrayList<>();

  EpisodeEvent.Ended run(SketchRobot robot, String... lines) {
    return run(robot, answering(), lines);
  }

  EpisodeEvent.Ended run(SketchRobot robot, User user, String... lines) {
    return planner(user, ProgramPlanner.Settings.standard(40), lines)
        .run(new Instruction("as the program says"), robot, Map.of(), events::add);
  }

  ProgramPlanner planner(User user, ProgramPlanner.Settings settings, String... lines) {
    List<String> program = new ArrayList<>(List.of(lines));
    program.add(Shorthand.DONE);
    return new ProgramPlanner(
        SkillLibrary.standard(), new ByHeart(program), can, user, settings, () -> 0);
  }

  User answering(String... answers) {
    return new Talker(new ArrayList<>(List.of(answers)), told);
  }

  static Vocabulary.Kind kind(String noun, String... attributes) {
    return new Vocabulary.Kind(noun, noun + "s", true, Set.of(attributes), List.of());
  }

  static Place place(String name, Place.Kind kind, double x, String... attributes) {
    return new Place(name, kind, Pose.upright(x, 0, 0.8, 0), 1, 1)
        .with(Set.of(attributes), List.of());
  }
}
