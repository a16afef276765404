package io.souschef.planner.program.script.check;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toUnmodifiableMap;

import io.souschef.planner.program.script.library.SkillFunctions;
import io.souschef.planner.program.script.library.WordCheck;
import io.souschef.planner.program.script.syntax.Node;
import io.souschef.planner.program.script.syntax.Tree;
import java.util.List;
import java.util.Map;

/** A script in which nothing is wrong. Only {@link Checker} makes them. Immutable. */
public final class CheckedScript {

  private final List<Node> statements;
  private final Map<String, Tree.Function> functions;
  private final WordCheck words;
  private final SkillFunctions skills;

  CheckedScript(Tree tree, WordCheck words, SkillFunctions skills) {
    this.statements = List.copyOf(tree.statements());
    this.functions =
        tree.functions().stream().collect(toUnmodifiableMap(Tree.Function::name, identity()));
    this.words = words;
    this.skills = skills;
  }

  public List<Node> statements() {
    return statements;
  }

  public Map<String, Tree.Function> functions() {
    return functions;
  }

  public WordCheck words() {
    return words;
  }

  public SkillFunctions skills() {
    return skills;
  }
}
