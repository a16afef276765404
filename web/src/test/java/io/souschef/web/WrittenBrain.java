package io.souschef.web;

import io.souschef.planner.Instruction;
import io.souschef.planner.ProgramPlanner;
import io.souschef.planner.affordance.AffordanceFunction;
import io.souschef.planner.dialogue.User;
import io.souschef.planner.episode.EpisodeEvent;
import io.souschef.planner.program.ProgramWriter;
import io.souschef.planner.program.Shorthand;
import io.souschef.skills.SkillLibrary;
import io.souschef.skills.execution.Robot;
import io.souschef.skills.world.Vocabulary;
import io.souschef.web.live.mind.Brain;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The real planner of programs with a language model that only writes what stands in the
 * instruction: shorthand with semicolons between lines, and a bar between what may be meant.
 */
public final class WrittenBrain implements Brain {

  private final User user;

  /**
   * A brain.
   *
   * @param user who is asked what is meant
   */
  public WrittenBrain(User user) {
    this.user = user;
  }

  @Override
  public EpisodeEvent.Ended run(
      Instruction instruction,
      Robot robot,
      Map<String, String> about,
      Consumer<EpisodeEvent> listener) {
    return new ProgramPlanner(
            SkillLibrary.standard(),
            new Copyist(),
            AffordanceFunction.none(),
            user,
            ProgramPlanner.Settings.standard(60),
            System::nanoTime)
        .run(instruction, robot, about, listener);
  }

  private record Copyist() implements ProgramWriter {

    @Override
    public String name() {
      return "a copyist";
    }

    @Override
    public List<Written> write(String instruction, Vocabulary vocabulary) {
      List<String> meanings = List.of(instruction.split(" \\| "));
      return meanings.stream()
          .map(
              meaning -> {
                List<String> lines =
                    Stream.concat(Arrays.stream(meaning.split("; *")), Stream.of(Shorthand.DONE))
                        .toList();
                return new Written(Shorthand.parse(lines), lines, 0.98 / meanings.size());
              })
          .toList();
    }

    @Override
    public void close() {}
  }
}
