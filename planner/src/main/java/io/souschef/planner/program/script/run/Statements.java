package io.souschef.planner.program.script.run;

import io.souschef.planner.program.run.Executive;
import io.souschef.planner.program.script.check.CheckedScript;
import io.souschef.planner.program.script.run.Value.Items;
import io.souschef.planner.program.script.run.Value.Many;
import io.souschef.planner.program.script.run.Value.Nothing;
import io.souschef.planner.program.script.run.Value.Num;
import io.souschef.planner.program.script.run.Value.Text;
import io.souschef.planner.program.script.syntax.Node;
import io.souschef.planner.program.script.syntax.Tree;
import java.util.List;

/** Carries out statements. Used once, by one thread. */
final class Statements {

  private final CheckedScript script;
  private final Meter meter;
  private final Evaluator evaluator;
  private final Calls calls;
  private Value returned = new Nothing();

  /** How a statement ends. */
  private enum Flow {
    NEXT,
    BREAK,
    CONTINUE,
    RETURN
  }

  Statements(CheckedScript script, Executive executive, Meter meter) {
    this.script = script;
    this.meter = meter;
    calls = new Calls(script, executive, meter, this::function);
    evaluator = calls.evaluator();
  }

  void run() {
    block(script.statements(), new Variables());
  }

  private Value function(Tree.Function function, List<Value> arguments) {
    Variables variables = new Variables();
    for (int i = 0; i < arguments.size(); i++) {
      variables.declare(function.parameters().get(i), arguments.get(i));
    }
    returned = new Nothing();
    block(function.body(), variables);
    Value result = returned;
    returned = new Nothing();
    return result;
  }

  private Flow block(List<Node> statements, Variables variables) {
    for (Node statement : statements) {
      Flow flow = statement(statement, variables);
      if (flow != Flow.NEXT) {
        return flow;
      }
    }
    return Flow.NEXT;
  }

  private Flow statement(Node node, Variables variables) {
    meter.statement(node);
    if (node instanceof Node.Declare declare) {
      variables.declare(declare.name(), evaluator.value(declare.value(), variables));
    } else if (node instanceof Node.Assign assign) {
      assign(assign, variables);
    } else if (node instanceof Node.Perform perform) {
      evaluator.value(perform.call(), variables);
    } else if (node instanceof Node.If branch) {
      boolean holds = evaluator.truth(branch.condition(), variables);
      return block(holds ? branch.then() : branch.otherwise(), variables.block());
    } else if (node instanceof Node.ForOf loop) {
      return forOf(loop, variables);
    } else if (node instanceof Node.ForCount loop) {
      return forCount(loop, variables);
    } else if (node instanceof Node.While loop) {
      return whileLoop(loop, variables);
    } else if (node instanceof Node.Try attempt) {
      return attempt(attempt, variables);
    } else if (node instanceof Node.Assert assertion) {
      assertion(assertion, variables);
    } else if (node instanceof Node.Return result) {
      returned = result.value().map(v -> evaluator.value(v, variables)).orElse(new Nothing());
      return Flow.RETURN;
    } else if (node instanceof Node.Leave leave) {
      return leave.isContinue() ? Flow.CONTINUE : Flow.BREAK;
    }
    return Flow.NEXT;
  }

  private void assign(Node.Assign assign, Variables variables) {
    Value value = evaluator.value(assign.value(), variables);
    Value result =
        switch (assign.sign()) {
          case "+=" -> evaluator.plus(variables.get(assign.name()), value);
          case "-=" -> evaluator.combined(variables.get(assign.name()), "-", value);
          default -> value;
        };
    variables.set(assign.name(), result);
  }

  private Flow forOf(Node.ForOf loop, Variables variables) {
    Value source = evaluator.value(loop.source(), variables);
    List<Value> elements;
    if (source instanceof Many many) {
      elements = calls.each(many);
    } else if (source instanceof Items items) {
      elements = items.elements();
    } else {
      throw new Failed("A loop cannot go over '%s'".formatted(source.words()));
    }
    for (Value element : elements) {
      Flow flow = round(loop.name(), element, loop.body(), variables);
      if (flow == Flow.BREAK || flow == Flow.RETURN) {
        return flow == Flow.RETURN ? flow : Flow.NEXT;
      }
    }
    return Flow.NEXT;
  }

  private Flow forCount(Node.ForCount loop, Variables variables) {
    double to = evaluator.number(loop.to(), variables);
    double from = evaluator.number(loop.from(), variables);
    for (double i = from; loop.isInclusive() ? i <= to : i < to; i++) {
      Flow flow = round(loop.name(), new Num(i), loop.body(), variables);
      if (flow == Flow.BREAK || flow == Flow.RETURN) {
        return flow == Flow.RETURN ? flow : Flow.NEXT;
      }
    }
    return Flow.NEXT;
  }

  private Flow round(String name, Value value, List<Node> body, Variables variables) {
    meter.round();
    Variables inner = variables.block();
    inner.declare(name, value);
    return block(body, inner.block());
  }

  private Flow whileLoop(Node.While loop, Variables variables) {
    int rounds = 0;
    while (evaluator.truth(loop.condition(), variables)) {
      meter.rounds(++rounds);
      meter.round();
      Flow flow = block(loop.body(), variables.block());
      if (flow == Flow.BREAK || flow == Flow.RETURN) {
        return flow == Flow.RETURN ? flow : Flow.NEXT;
      }
    }
    return Flow.NEXT;
  }

  private Flow attempt(Node.Try attempt, Variables variables) {
    meter.trying(true);
    try {
      Flow flow = block(attempt.body(), variables.block());
      meter.trying(false);
      return flow;
    } catch (Failed failed) {
      meter.trying(false);
      Variables inner = variables.block();
      attempt.problem().ifPresent(name -> inner.declare(name, new Text(failed.words())));
      return block(attempt.recovery(), inner.block());
    }
  }

  /** What must hold; when it does not, it is mended and must hold then. */
  private void assertion(Node.Assert assertion, Variables variables) {
    if (evaluator.truth(assertion.condition(), variables)) {
      return;
    }
    if (assertion.recovery().isPresent()) {
      block(assertion.recovery().get(), variables.block());
      if (evaluator.truth(assertion.condition(), variables)) {
        return;
      }
    }
    throw new Failed(
        assertion
            .message()
            .map(message -> evaluator.value(message, variables).words())
            .orElse("What line %s asserts does not hold".formatted(assertion.at().line())));
  }
}
