package com.example.library;

import io.souschef.models.affordance.OnnxAffordanceFunction;
import io.souschef.models.language.embedded.EmbeddedLanguageModel;
import io.souschef.planner.Instruction;
import io.souschef.planner.ProgramPlanner;
import io.souschef.planner.dialogue.User;
import io.souschef.planner.episode.EpisodeEvent;
import io.souschef.sim.SimulatedRobot;
import io.souschef.sim.kitchen.file.KitchenFile;
import io.souschef.sim.kitchen.file.SceneReader;
import io.souschef.skills.SkillLibrary;
import java.util.Map;

/** From nothing to a running episode: everything that Souschef ships, in the physics. */
public final class FirstEpisode {

  private FirstEpisode() {}

  static EpisodeEvent.Ended play(String words) {
    try (var say = EmbeddedLanguageModel.shipped(new EmbeddedLanguageModel.Settings(2, 1));
        var can = OnnxAffordanceFunction.shipped();
        var robot = new SimulatedRobot(new SceneReader(KitchenFile.standard()).standard(1), 1)) {
      var planner =
          new ProgramPlanner(
              SkillLibrary.standard(),
              say,
              can,
              User.nobody(),
              ProgramPlanner.Settings.standard(60),
              System::nanoTime);
      return planner.run(new Instruction(words), robot, Map.of(), System.out::println);
    }
  }

  public static void main(String[] words) {
    System.out.println(play(words.length == 0 ? "bring me a coke" : String.join(" ", words)));
  }
}
