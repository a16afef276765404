package io.souschef.planner.program.script.check;

import io.souschef.planner.program.script.library.Language;
import io.souschef.planner.program.script.library.SkillFunctions;
import io.souschef.planner.program.script.library.WordCheck;
import io.souschef.planner.program.script.syntax.Problems;
import io.souschef.planner.program.script.syntax.Tree;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What all parts of the checker know.
 *
 * @param isWhole whether nothing was left out by the parser; otherwise variables may be missing
 */
record Context(
    Problems problems,
    WordCheck words,
    SkillFunctions skills,
    Map<String, Tree.Function> functions,
    boolean isWhole) {

  boolean isFunction(String name) {
    return Language.function(name).isPresent()
        || functions.containsKey(name)
        || skills.template(name).isPresent();
  }

  Set<String> functionNames() {
    Set<String> names = new TreeSet<>(functions.keySet());
    Language.names().forEach(names::add);
    names.addAll(skills.names());
    return names;
  }
}
