package io.souschef.planner.program.script.check;

import io.souschef.planner.program.script.library.Language;
import io.souschef.planner.program.script.syntax.Expression;
import io.souschef.planner.program.script.syntax.Node;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Whether a loop has a way to end: something in its condition that can change, or a break. */
final class Changes {

  private Changes() {}

  static boolean canEnd(Node.While loop) {
    Set<String> assigned = new HashSet<>();
    boolean leaves = leaves(loop.body(), assigned);
    return leaves || parts(loop.condition()).anyMatch(part -> changes(part, assigned));
  }

  private static boolean changes(Expression part, Set<String> assigned) {
    if (part instanceof Expression.Call call) {
      return !Language.SELECTIONS.containsKey(call.function());
    }
    return part instanceof Expression.Name name && assigned.contains(name.name());
  }

  /** Whether there is a break or a return; gathers what is assigned. */
  private static boolean leaves(List<Node> body, Set<String> assigned) {
    boolean leaves = false;
    for (Node node : body) {
      if (node instanceof Node.Assign assign) {
        assigned.add(assign.name());
      }
      leaves |=
          node instanceof Node.Return || (node instanceof Node.Leave leave && !leave.isContinue());
      for (List<Node> block : inner(node).toList()) {
        leaves |= leaves(block, assigned);
      }
    }
    return leaves;
  }

  private static Stream<List<Node>> inner(Node node) {
    if (node instanceof Node.If branch) {
      return Stream.of(branch.then(), branch.otherwise());
    } else if (node instanceof Node.ForOf loop) {
      return Stream.of(loop.body());
    } else if (node instanceof Node.ForCount loop) {
      return Stream.of(loop.body());
    } else if (node instanceof Node.While loop) {
      return Stream.of(loop.body());
    } else if (node instanceof Node.Try attempt) {
      return Stream.of(attempt.body(), attempt.recovery());
    } else if (node instanceof Node.Assert assertion) {
      return assertion.recovery().stream();
    }
    return Stream.empty();
  }

  private static Stream<Expression> parts(Expression expression) {
    Stream<Expression> inner = Stream.empty();
    if (expression instanceof Expression.Call call) {
      inner = call.arguments().stream();
    } else if (expression instanceof Expression.Chain chain) {
      inner =
          Stream.concat(
              Stream.of(chain.base()),
              chain.links().stream()
                  .flatMap(link -> link.arguments().stream())
                  .flatMap(List::stream));
    } else if (expression instanceof Expression.Not not) {
      inner = Stream.of(not.of());
    } else if (expression instanceof Expression.Minus minus) {
      inner = Stream.of(minus.of());
    } else if (expression instanceof Expression.Arithmetic arithmetic) {
      inner = arithmetic.operands().stream();
    } else if (expression instanceof Expression.Comparison comparison) {
      inner = Stream.of(comparison.left(), comparison.right());
    } else if (expression instanceof Expression.Logic logic) {
      inner = logic.operands().stream();
    } else if (expression instanceof Expression.Choice choice) {
      inner = Stream.of(choice.condition(), choice.then(), choice.otherwise());
    } else if (expression instanceof Expression.ListOf list) {
      inner = list.elements().stream();
    }
    return Stream.concat(Stream.of(expression), inner.flatMap(Changes::parts));
  }
}
