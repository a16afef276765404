package io.souschef.planner.program.script.check;

import io.souschef.planner.program.script.library.SkillFunctions;
import io.souschef.planner.program.script.library.WordCheck;
import io.souschef.planner.program.script.library.Words;
import io.souschef.planner.program.script.syntax.Parser;
import io.souschef.planner.program.script.syntax.Position;
import io.souschef.planner.program.script.syntax.Problems;
import io.souschef.planner.program.script.syntax.Tree;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Checks scripts: names, types, words, loops. */
public final class Checker {

  private Checker() {}

  /**
   * Reads and checks a script.
   *
   * @param problems takes everything that is wrong
   * @return empty when anything is
   */
  public static Optional<CheckedScript> check(
      String source, Words words, SkillFunctions skills, Problems problems) {
    Tree tree = Parser.parse(source, problems);
    boolean isWhole = problems.list().isEmpty();
    Map<String, Tree.Function> functions = new HashMap<>();
    WordCheck check = new WordCheck(words);
    Context context = new Context(problems, check, skills, functions, isWhole);
    for (Tree.Function function : tree.functions()) {
      if (context.isFunction(function.name())) {
        problems.add(
            function.at(),
            "There is a function '%s' already: choose another name".formatted(function.name()));
      } else {
        functions.put(function.name(), function);
      }
    }
    if (isWhole && tree.statements().isEmpty()) {
      problems.add(
          new Position(1, 1),
          "The script does nothing: write a statement such as bring(\"coke\");");
    }
    FunctionChecker calls = new FunctionChecker(context);
    calls.statements().block(tree.statements(), Scope.ofScript());
    functions.values().forEach(calls::alone);
    return problems.list().isEmpty()
        ? Optional.of(new CheckedScript(tree, check, skills))
        : Optional.empty();
  }
}
