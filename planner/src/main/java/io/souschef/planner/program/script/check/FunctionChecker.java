package io.souschef.planner.program.script.check;

import io.souschef.planner.program.script.library.Kind;
import io.souschef.planner.program.script.syntax.Position;
import io.souschef.planner.program.script.syntax.Tree;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Checks a script's own functions, once for each way in which they are called. */
final class FunctionChecker {

  private static final int DEEPEST = 16;
  private static final int MOST = 500;

  private final Context context;
  private final StatementChecker statements;
  private final Map<Use, Shape> known = new HashMap<>();
  private final Deque<String> running = new ArrayDeque<>();
  private final Set<String> called = new HashSet<>();
  private Optional<Shape> returned = Optional.empty();

  FunctionChecker(Context context) {
    this.context = context;
    this.statements = new StatementChecker(context, this);
  }

  StatementChecker statements() {
    return statements;
  }

  /** A function that nothing calls. */
  void alone(Tree.Function function) {
    if (!called.contains(function.name())) {
      result(
          function.at(),
          function,
          Collections.nCopies(function.parameters().size(), Shape.of(Kind.ANY)));
    }
  }

  /** What comes back from a call. */
  Shape result(Position at, Tree.Function function, List<Shape> arguments) {
    called.add(function.name());
    if (running.contains(function.name())) {
      context
          .problems()
          .add(
              at,
              "'%s' calls itself: write a loop, for (const x of ...)".formatted(function.name()));
      return Shape.of(Kind.ANY);
    }
    Use use = new Use(function.name(), arguments);
    Shape before = known.get(use);
    if (before != null) {
      return before;
    }
    if (running.size() >= DEEPEST || known.size() >= MOST) {
      context
          .problems()
          .add(
              at,
              running.size() >= DEEPEST
                  ? "Functions call each other more than %s deep here: join some".formatted(DEEPEST)
                  : "Functions are called in more than %s ways: make fewer calls".formatted(MOST));
      return Shape.of(Kind.ANY);
    }
    Optional<Shape> outer = returned;
    returned = Optional.empty();
    running.push(function.name());
    Scope scope = Scope.ofFunction();
    for (int i = 0; i < arguments.size(); i++) {
      statements.declare(
          function.at(), function.parameters().get(i), arguments.get(i), true, scope);
    }
    statements.block(function.body(), scope);
    running.pop();
    Shape result = returned.orElse(Shape.of(Kind.NOTHING));
    returned = outer;
    known.put(use, result);
    return result;
  }

  /** A value that the function being checked returns. */
  void returns(Shape shape) {
    returned = Optional.of(returned.map(shape::or).orElse(shape));
  }

  private record Use(String name, List<Shape> arguments) {}
}
