package io.souschef.planner.program.script.check;

import io.souschef.planner.program.script.library.Kind;
import io.souschef.planner.program.script.library.Mend;
import io.souschef.planner.program.script.syntax.Expression;
import io.souschef.planner.program.script.syntax.Node;
import io.souschef.planner.program.script.syntax.Position;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Checks statements. */
final class StatementChecker {

  private final Context context;
  private final FunctionChecker functions;
  private final ExpressionChecker expressions;

  StatementChecker(Context context, FunctionChecker functions) {
    this.context = context;
    this.functions = functions;
    this.expressions = new ExpressionChecker(context, functions);
  }

  void block(List<Node> statements, Scope scope) {
    statements.forEach(statement -> statement(statement, scope));
  }

  private void statement(Node node, Scope scope) {
    if (node instanceof Node.Declare declare) {
      Shape shape = expressions.value(declare.value(), scope);
      declare(declare.at(), declare.name(), shape, declare.isConstant(), scope);
    } else if (node instanceof Node.Assign assign) {
      assign(assign, scope);
    } else if (node instanceof Node.Perform perform) {
      perform(perform.call(), scope);
    } else if (node instanceof Node.If branch) {
      condition(branch.condition(), scope);
      block(branch.then(), scope.block());
      block(branch.otherwise(), scope.block());
    } else if (node instanceof Node.ForOf loop) {
      forOf(loop, scope);
    } else if (node instanceof Node.ForCount loop) {
      number(loop.from(), scope);
      number(loop.to(), scope);
      Scope inner = scope.loop();
      declare(loop.at(), loop.name(), Shape.of(Kind.NUMBER), true, inner);
      block(loop.body(), inner.block());
    } else if (node instanceof Node.While loop) {
      whileLoop(loop, scope);
    } else if (node instanceof Node.Try attempt) {
      block(attempt.body(), scope.block());
      Scope inner = scope.block();
      attempt
          .problem()
          .ifPresent(name -> declare(attempt.at(), name, Shape.of(Kind.TEXT), true, inner));
      block(attempt.recovery(), inner.block());
    } else if (node instanceof Node.Assert assertion) {
      condition(assertion.condition(), scope);
      assertion.message().ifPresent(message -> text(message, scope));
      assertion.recovery().ifPresent(body -> block(body, scope.block()));
    } else if (node instanceof Node.Return returned) {
      returned(returned, scope);
    } else if (node instanceof Node.Leave leave && !scope.isInLoop()) {
      problem(
          leave.at(),
          "'%s' stands in no loop: remove it".formatted(leave.isContinue() ? "continue" : "break"));
    }
  }

  void declare(Position at, String name, Shape shape, boolean isConstant, Scope scope) {
    if (context.isFunction(name)) {
      problem(at, "'%s' is the name of a function: choose another".formatted(name));
    }
    // What a variable may be given later is not known here.
    Shape kept = isConstant ? shape : new Shape(shape.kind(), shape.element(), Set.of());
    if (!scope.declare(name, kept, isConstant)) {
      problem(at, "There is a variable '%s' already: choose another name".formatted(name));
    }
  }

  private void assign(Node.Assign assign, Scope scope) {
    Shape value = expressions.value(assign.value(), scope);
    Optional<Scope.Variable> variable = scope.find(assign.name());
    if (variable.isEmpty()) {
      if (context.isWhole()) {
        problem(
            assign.at(),
            "There is no variable '%s': write let %s = ... first%s"
                .formatted(
                    assign.name(),
                    assign.name(),
                    scope.names().isEmpty()
                        ? ""
                        : ", or " + Mend.of(assign.name(), scope.names())));
      }
      return;
    }
    Shape shape = variable.get().shape();
    if (variable.get().isConstant()) {
      problem(
          assign.at(),
          "'%s' does not change: declare it with let instead of const".formatted(assign.name()));
    } else if (assign.sign().equals("=")) {
      if (shape.kind() != Kind.ANY && !value.is(shape.kind())) {
        problem(
            assign.value().at(),
            "'%s' is %s, and this is %s: use another variable"
                .formatted(assign.name(), shape.kind().words(), value.kind().words()));
      }
    } else if (assign.sign().equals("-=") || shape.kind() != Kind.TEXT) {
      expressions.mustBe(Kind.NUMBER, value, assign.value().at());
      expressions.mustBe(Kind.NUMBER, shape, assign.at());
    }
  }

  private void perform(Expression expression, Scope scope) {
    if (!(expression instanceof Expression.Call call)) {
      if (expressions.shape(expression, scope).kind() != Kind.ANY) {
        problem(
            expression.at(),
            "This has a value and does nothing with it: write for example bring(...) around it");
      }
      return;
    }
    Shape shape = expressions.statement(call, scope);
    boolean isUseless =
        shape.kind() != Kind.NOTHING
            && !call.isSkill()
            && !call.function().equals("ask")
            && !context.functions().containsKey(call.function())
            && context.isFunction(call.function());
    if (isUseless) {
      problem(
          call.at(),
          "%s(...) has a value and does nothing with it: write %s(%s(...))"
              .formatted(
                  call.function(),
                  shape.kind() == Kind.THINGS || shape.kind() == Kind.PLACE ? "find" : "tell",
                  call.function()));
    }
  }

  private void forOf(Node.ForOf loop, Scope scope) {
    Shape source = expressions.value(loop.source(), scope);
    Shape element =
        switch (source.kind()) {
          case LIST -> source.each();
          case THINGS -> Shape.of(Kind.THINGS);
          case ANY -> Shape.of(Kind.ANY);
          default -> {
            problem(
                loop.source().at(),
                "A loop goes over things or a list, and this is %s: write for (const %s of all(\"cup\"))"
                    .formatted(source.kind().words(), loop.name()));
            yield Shape.of(Kind.ANY);
          }
        };
    Scope inner = scope.loop();
    declare(loop.at(), loop.name(), element, true, inner);
    block(loop.body(), inner.block());
  }

  private void whileLoop(Node.While loop, Scope scope) {
    condition(loop.condition(), scope);
    if (!Changes.canEnd(loop)) {
      problem(
          loop.at(),
          "Nothing in this loop changes its condition, so it never ends: write for (let i = 0; i <"
              + " 10; i++)");
    }
    block(loop.body(), scope.loop());
  }

  private void returned(Node.Return returned, Scope scope) {
    if (!scope.isInFunction()) {
      problem(returned.at(), "'return' stands in no function: write if (...) { ... } else { ... }");
    }
    returned.value().ifPresent(value -> functions.returns(expressions.value(value, scope)));
  }

  private void condition(Expression condition, Scope scope) {
    expressions.condition(condition, scope);
  }

  private void number(Expression expression, Scope scope) {
    expressions.mustBe(Kind.NUMBER, expressions.value(expression, scope), expression.at());
  }

  private void text(Expression expression, Scope scope) {
    expressions.mustBe(Kind.TEXT, expressions.value(expression, scope), expression.at());
  }

  private void problem(Position at, String message) {
    context.problems().add(at, message);
  }
}
