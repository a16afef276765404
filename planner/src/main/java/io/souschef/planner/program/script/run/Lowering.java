package io.souschef.planner.program.script.run;

import io.souschef.planner.program.Branch;
import io.souschef.planner.program.Program;
import io.souschef.planner.program.Statement;
import io.souschef.planner.program.Test;
import io.souschef.planner.program.script.check.CheckedScript;
import io.souschef.planner.program.script.library.Language;
import io.souschef.planner.program.script.run.Value.Text;
import io.souschef.planner.program.script.syntax.Expression;
import io.souschef.planner.program.script.syntax.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns scripts that say no more than programs can into programs. */
public final class Lowering {

  private final Selections selections;
  private final Looks looks;
  private final Acts acts;

  private Lowering(CheckedScript script) {
    selections = new Selections(script.words());
    looks = new Looks(selections);
    acts = new Acts(selections);
  }

  /** The program that a script is; empty where it has variables, loops or the like. */
  public static Optional<Program> program(CheckedScript script) {
    return new Lowering(script).block(script.statements()).map(Program::new);
  }

  private Optional<List<Statement>> block(List<Node> nodes) {
    List<Statement> statements = new ArrayList<>();
    for (Node node : nodes) {
      Optional<Statement> statement = statement(node);
      if (statement.isEmpty()) {
        return Optional.empty();
      }
      statements.add(statement.get());
    }
    return Optional.of(statements);
  }

  private Optional<Statement> statement(Node node) {
    if (node instanceof Node.If branch) {
      Optional<Test> test = test(branch.condition());
      Optional<List<Statement>> then = block(branch.then());
      Optional<List<Statement>> otherwise = block(branch.otherwise());
      return test.isPresent() && then.isPresent() && otherwise.isPresent()
          ? Optional.of(new Branch(test.get(), then.get(), otherwise.get()))
          : Optional.empty();
    }
    if (!(node instanceof Node.Perform perform)
        || !(perform.call() instanceof Expression.Call call)
        || call.isSkill()) {
      return Optional.empty();
    }
    if (call.function().equals("tell")) {
      return call.arguments().get(0) instanceof Expression.Call question && !question.isSkill()
          ? constants(question.arguments())
              .flatMap(arguments -> looks.query(question.function(), arguments))
              .map(Statement.class::cast)
          : Optional.empty();
    }
    return constants(call.arguments())
        .flatMap(
            arguments ->
                acts.act(call.function(), arguments)
                    .map(Statement.class::cast)
                    .or(() -> Acts.reply(call.function(), arguments)));
  }

  private Optional<Test> test(Expression expression) {
    if (expression instanceof Expression.Not not) {
      return test(not.of()).map(Looks::not);
    }
    if (expression instanceof Expression.Comparison comparison
        && comparison.left() instanceof Expression.Call call
        && call.function().equals("count")
        && comparison.right() instanceof Expression.NumberOf number) {
      return constant(call.arguments().get(0))
          .flatMap(things -> looks.compared(things, comparison.sign(), number.value()));
    }
    return expression instanceof Expression.Call call && !call.isSkill()
        ? constants(call.arguments()).flatMap(arguments -> looks.test(call.function(), arguments))
        : Optional.empty();
  }

  private Optional<List<Value>> constants(List<Expression> expressions) {
    List<Value> values = new ArrayList<>();
    for (Expression expression : expressions) {
      Optional<Value> value = constant(expression);
      if (value.isEmpty()) {
        return Optional.empty();
      }
      values.add(value.get());
    }
    return Optional.of(values);
  }

  private Optional<Value> constant(Expression expression) {
    if (expression instanceof Expression.TextOf text) {
      return Optional.of(new Text(text.value()));
    } else if (expression instanceof Expression.NumberOf number) {
      return Optional.of(new Value.Num(number.value()));
    } else if (expression instanceof Expression.Call call
        && !call.isSkill()
        && Language.SELECTIONS.containsKey(call.function())) {
      return constants(call.arguments()).map(values -> selections.call(call.function(), values));
    } else if (expression instanceof Expression.Chain chain) {
      Optional<Value> value = constant(chain.base());
      for (Expression.Link link : chain.links()) {
        Optional<List<Value>> arguments = link.arguments().flatMap(this::constants);
        if (value.isEmpty() || arguments.isEmpty()) {
          return Optional.empty();
        }
        value = Optional.of(selections.link(value.get(), link.name(), arguments.get()));
      }
      return value;
    }
    return Optional.empty();
  }
}
