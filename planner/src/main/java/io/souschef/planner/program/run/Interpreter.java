package io.souschef.planner.program.run;

import io.souschef.planner.program.Act;
import io.souschef.planner.program.Branch;
import io.souschef.planner.program.Program;
import io.souschef.planner.program.Query;
import io.souschef.planner.program.Reply;
import io.souschef.planner.program.Statement;
import io.souschef.planner.program.run.Executive.Achievement;
import java.util.ArrayList;
import java.util.List;

/** Runs programs on an executive, statement by statement. Stateless. */
public final class Interpreter {

  private Interpreter() {}

  /** Runs a program. Returns how each act went that was come to, in order. */
  public static List<Achievement> run(Program program, Executive executive) {
    List<Achievement> achievements = new ArrayList<>();
    run(program.statements(), executive, achievements);
    return achievements;
  }

  private static void run(
      List<Statement> statements, Executive executive, List<Achievement> achievements) {
    for (Statement statement : statements) {
      if (statement instanceof Act act) {
        achievements.add(executive.perform(act));
      } else if (statement instanceof Branch branch) {
        run(
            executive.holds(branch.test()) ? branch.then() : branch.otherwise(),
            executive,
            achievements);
      } else if (statement instanceof Query query) {
        executive.answer(query);
      } else if (statement instanceof Reply reply) {
        executive.reply(reply);
      }
    }
  }
}
