package io.souschef.planner.program.draft;

import io.souschef.planner.belief.Names;
import io.souschef.planner.program.Program;
import io.souschef.planner.program.meaning.Meanings;
import io.souschef.planner.program.script.check.CheckedScript;
import io.souschef.planner.program.script.syntax.Wording;
import java.util.Optional;

/**
 * A script that a model wrote and that passed the check.
 *
 * @param source its text
 * @param script what can run
 * @param program the same as a program; empty where it says more than programs can
 */
public record Draft(String source, CheckedScript script, Optional<Program> program) {

  /** A text that is the same for drafts that come to the same with a robot's words. */
  String meaning(Names names) {
    return program
        .map(plain -> Meanings.signature(plain, names))
        .orElseGet(() -> Wording.of(source));
  }
}
