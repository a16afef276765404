package io.souschef.planner.program.script;

import io.souschef.planner.program.Program;
import io.souschef.planner.program.script.check.CheckedScript;
import io.souschef.planner.program.script.check.Checker;
import io.souschef.planner.program.script.library.SkillFunctions;
import io.souschef.planner.program.script.library.Words;
import io.souschef.planner.program.script.run.Lowering;
import io.souschef.planner.program.script.syntax.Problem;
import io.souschef.planner.program.script.syntax.Problems;
import io.souschef.skills.SkillLibrary;
import io.souschef.skills.world.Vocabulary;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads and checks scripts. Immutable and safe to share. */
public final class ScriptReader {

  private final Words words;
  private final SkillFunctions skills;

  public ScriptReader(Words words, SkillFunctions skills) {
    this.words = words;
    this.skills = skills;
  }

  /** With the words of a robot and the skills of a library. */
  public static ScriptReader of(SkillLibrary library, Vocabulary vocabulary) {
    return new ScriptReader(Words.of(vocabulary), new SkillFunctions(library, vocabulary));
  }

  /** Reads a script; never throws, whatever the text is. */
  public Reading read(String source) {
    Problems problems = new Problems();
    Optional<CheckedScript> script = Checker.check(source, words, skills, problems);
    return new Reading(script, problems.list());
  }

  /**
   * What was read.
   *
   * @param script what can run; empty when anything is wrong
   * @param problems everything that is wrong, in the order of the text
   */
  public record Reading(Optional<CheckedScript> script, List<Problem> problems) {

    /** The script as a program; empty where it says more than programs can. */
    public Optional<Program> program() {
      return script.flatMap(Lowering::program);
    }

    /** All problems, a line each. */
    public String report() {
      return problems.stream().map(Problem::toString).collect(Collectors.joining("\n"));
    }
  }
}
