package io.souschef.planner.program.script.check;

import io.souschef.planner.program.script.library.Kind;
import io.souschef.planner.program.script.library.Mend;
import io.souschef.planner.program.script.syntax.Expression;
import io.souschef.planner.program.script.syntax.Position;
import java.util.Set;
import java.util.TreeSet;

/** Finds out what sort of value an expression has, and tells what is wrong in it. */
final class ExpressionChecker {

  private final Context context;
  private final CallChecker calls;
  private final ChainChecker chains;

  ExpressionChecker(Context context, FunctionChecker functions) {
    this.context = context;
    this.calls = new CallChecker(context, functions, this);
    this.chains = new ChainChecker(context, calls, this);
  }

  /** Something that must have a value. */
  Shape value(Expression expression, Scope scope) {
    Shape shape = shape(expression, scope);
    if (shape.kind() == Kind.NOTHING) {
      context
          .problems()
          .add(
              expression.at(),
              "This has no value: write it as a statement of its own, in try { ... } catch { ... }"
                  + " where it may fail");
      return Shape.of(Kind.ANY);
    }
    return shape;
  }

  /** A call that stands alone. */
  Shape statement(Expression.Call call, Scope scope) {
    return calls.shape(call, scope, true);
  }

  void condition(Expression expression, Scope scope) {
    Shape shape = value(expression, scope);
    if (!shape.is(Kind.TRUTH)) {
      String mend =
          switch (shape.kind()) {
            case NUMBER -> "write ... > 0";
            case THINGS -> "write exists(...)";
            case TEXT -> "write ... == \"...\"";
            case LIST -> "write ....length > 0";
            default -> "write isOpen(...)";
          };
      context
          .problems()
          .add(
              expression.at(),
              "A condition is true or false, and this is %s: %s"
                  .formatted(shape.kind().words(), mend));
    }
  }

  void mustBe(Kind kind, Shape shape, Position at) {
    if (!shape.is(kind)) {
      context
          .problems()
          .add(
              at,
              "%s is wanted here, and this is %s: replace it"
                  .formatted(capital(kind.words()), shape.kind().words()));
    }
  }

  Shape shape(Expression expression, Scope scope) {
    if (expression instanceof Expression.NumberOf) {
      return Shape.of(Kind.NUMBER);
    } else if (expression instanceof Expression.TextOf text) {
      return Shape.text(Set.of(text.value()));
    } else if (expression instanceof Expression.TruthOf) {
      return Shape.of(Kind.TRUTH);
    } else if (expression instanceof Expression.Name name) {
      return variable(name, scope);
    } else if (expression instanceof Expression.ListOf list) {
      return list.elements().stream()
          .map(element -> element(element, scope))
          .reduce(Shape::or)
          .map(Shape::listOf)
          .orElse(Shape.of(Kind.LIST));
    } else if (expression instanceof Expression.Call call) {
      return calls.shape(call, scope, false);
    } else if (expression instanceof Expression.Chain chain) {
      return chains.shape(chain, scope);
    } else if (expression instanceof Expression.Not not) {
      condition(not.of(), scope);
      return Shape.of(Kind.TRUTH);
    } else if (expression instanceof Expression.Minus minus) {
      mustBe(Kind.NUMBER, value(minus.of(), scope), minus.of().at());
      return Shape.of(Kind.NUMBER);
    } else if (expression instanceof Expression.Arithmetic arithmetic) {
      return arithmetic(arithmetic, scope);
    } else if (expression instanceof Expression.Comparison comparison) {
      comparison(comparison, scope);
      return Shape.of(Kind.TRUTH);
    } else if (expression instanceof Expression.Logic logic) {
      logic.operands().forEach(operand -> condition(operand, scope));
      return Shape.of(Kind.TRUTH);
    } else if (expression instanceof Expression.Choice choice) {
      condition(choice.condition(), scope);
      return value(choice.then(), scope).or(value(choice.otherwise(), scope));
    }
    throw new IllegalStateException("No rule for " + expression);
  }

  private Shape element(Expression element, Scope scope) {
    Shape shape = value(element, scope);
    if (shape.kind() == Kind.LIST) {
      context
          .problems()
          .add(element.at(), "A list holds no lists: write its elements one after the other");
    }
    return shape;
  }

  private Shape variable(Expression.Name name, Scope scope) {
    var found = scope.find(name.name());
    if (found.isPresent()) {
      return found.get().shape();
    }
    Set<String> known = new TreeSet<>(scope.names());
    String mend =
        scope.isInFunction()
            ? "a function sees its parameters alone; " + Mend.of(name.name(), known)
            : "write texts in quotes, \"%s\"; %s"
                .formatted(name.name(), Mend.of(name.name(), known));
    if (context.isFunction(name.name())) {
      context
          .problems()
          .add(
              name.at(),
              "'%s' is a function: call it, %s(...)".formatted(name.name(), name.name()));
    } else if (context.isWhole()) {
      context
          .problems()
          .add(name.at(), "There is no variable '%s': %s".formatted(name.name(), mend));
    }
    return Shape.of(Kind.ANY);
  }

  private Shape arithmetic(Expression.Arithmetic arithmetic, Scope scope) {
    var shapes = arithmetic.operands().stream().map(part -> value(part, scope)).toList();
    boolean isSum = !arithmetic.signs().contains("-") && arithmetic.signs().contains("+");
    if (isSum && shapes.stream().anyMatch(shape -> shape.kind() == Kind.TEXT)) {
      return Shape.of(Kind.TEXT);
    }
    if (isSum && shapes.stream().anyMatch(shape -> shape.kind() == Kind.ANY)) {
      return Shape.of(Kind.ANY);
    }
    for (int i = 0; i < shapes.size(); i++) {
      mustBe(Kind.NUMBER, shapes.get(i), arithmetic.operands().get(i).at());
    }
    return Shape.of(Kind.NUMBER);
  }

  private void comparison(Expression.Comparison comparison, Scope scope) {
    Shape left = value(comparison.left(), scope);
    Shape right = value(comparison.right(), scope);
    if (comparison.sign().equals("==") || comparison.sign().equals("!=")) {
      if (!comparable(left, right)) {
        context
            .problems()
            .add(
                comparison.right().at(),
                "%s is compared with %s, which is never equal: compare values of one kind"
                    .formatted(capital(left.kind().words()), right.kind().words()));
      }
      return;
    }
    mustBe(Kind.NUMBER, left, comparison.left().at());
    mustBe(Kind.NUMBER, right, comparison.right().at());
  }

  private static boolean comparable(Shape left, Shape right) {
    boolean areNamed = isNamed(left.kind()) && isNamed(right.kind());
    return left.is(right.kind()) || right.is(left.kind()) || areNamed;
  }

  /** Things and places equal the text that names them. */
  private static boolean isNamed(Kind kind) {
    return kind == Kind.TEXT || kind == Kind.THINGS || kind == Kind.PLACE;
  }

  private static String capital(String words) {
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
