package io.souschef.planner.program.script.run;

import io.souschef.planner.program.script.run.Value.Items;
import io.souschef.planner.program.script.run.Value.Num;
import io.souschef.planner.program.script.run.Value.Text;
import io.souschef.planner.program.script.run.Value.Truth;
import io.souschef.planner.program.script.syntax.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Works out expressions. Used by one thread. */
final class Evaluator {

  private static final double LARGEST = 1e12;

  private final Calls calls;
  private final Meter meter;

  Evaluator(Calls calls, Meter meter) {
    this.calls = calls;
    this.meter = meter;
  }

  Value value(Expression expression, Variables variables) {
    meter.value();
    if (expression instanceof Expression.NumberOf number) {
      return new Num(number.value());
    } else if (expression instanceof Expression.TextOf text) {
      return new Text(text.value());
    } else if (expression instanceof Expression.TruthOf truth) {
      return new Truth(truth.value());
    } else if (expression instanceof Expression.Name name) {
      return variables.get(name.name());
    } else if (expression instanceof Expression.ListOf list) {
      return new Items(elements(list, variables));
    } else if (expression instanceof Expression.Call call) {
      return calls.value(call, variables);
    } else if (expression instanceof Expression.Chain chain) {
      Value value = value(chain.base(), variables);
      for (Expression.Link link : chain.links()) {
        value = link(value, link, variables);
      }
      return value;
    } else if (expression instanceof Expression.Not not) {
      return new Truth(!truth(not.of(), variables));
    } else if (expression instanceof Expression.Minus minus) {
      return new Num(-number(minus.of(), variables));
    } else if (expression instanceof Expression.Arithmetic arithmetic) {
      return arithmetic(arithmetic, variables);
    } else if (expression instanceof Expression.Comparison comparison) {
      return new Truth(comparison(comparison, variables));
    } else if (expression instanceof Expression.Logic logic) {
      for (Expression operand : logic.operands()) {
        if (truth(operand, variables) != logic.isAnd()) {
          return new Truth(!logic.isAnd());
        }
      }
      return new Truth(logic.isAnd());
    } else if (expression instanceof Expression.Choice choice) {
      return value(
          truth(choice.condition(), variables) ? choice.then() : choice.otherwise(), variables);
    }
    throw new IllegalStateException("No rule for " + expression);
  }

  List<Value> values(List<Expression> expressions, Variables variables) {
    List<Value> values = new ArrayList<>();
    expressions.forEach(expression -> values.add(value(expression, variables)));
    return List.copyOf(values);
  }

  /** Lists hold no lists, so that none is larger than it looks. */
  private List<Value> elements(Expression.ListOf list, Variables variables) {
    List<Value> elements = values(list.elements(), variables);
    if (elements.stream().anyMatch(Items.class::isInstance)) {
      throw new Failed("A list holds no lists");
    }
    return elements;
  }

  boolean truth(Expression expression, Variables variables) {
    Value value = value(expression, variables);
    if (value instanceof Truth truth) {
      return truth.value();
    }
    throw new Failed("'%s' is neither true nor false".formatted(value.words()));
  }

  double number(Expression expression, Variables variables) {
    return number(value(expression, variables));
  }

  /** A sum or a joined text. */
  Value plus(Value left, Value right) {
    if (left instanceof Num a && right instanceof Num b) {
      return bounded(a.value() + b.value());
    }
    if (!(left instanceof Text) && !(right instanceof Text)) {
      throw new Failed("'%s' and '%s' cannot be added".formatted(left.words(), right.words()));
    }
    return new Text(meter.text(left.words() + right.words()));
  }

  private Value arithmetic(Expression.Arithmetic arithmetic, Variables variables) {
    Value value = value(arithmetic.operands().get(0), variables);
    for (int i = 0; i < arithmetic.signs().size(); i++) {
      Value right = value(arithmetic.operands().get(i + 1), variables);
      String sign = arithmetic.signs().get(i);
      value = sign.equals("+") ? plus(value, right) : combined(value, sign, right);
    }
    return value;
  }

  /** A difference, product, quotient or rest. */
  Value combined(Value left, String sign, Value right) {
    double a = number(left);
    double b = number(right);
    if (b == 0 && (sign.equals("/") || sign.equals("%"))) {
      throw new Failed("%s cannot be divided by zero".formatted(left.words()));
    }
    return bounded(
        switch (sign) {
          case "-" -> a - b;
          case "*" -> a * b;
          case "/" -> a / b;
          default -> a % b;
        });
  }

  private boolean comparison(Expression.Comparison comparison, Variables variables) {
    Optional<Boolean> counted = calls.counted(comparison, variables);
    if (counted.isPresent()) {
      return counted.get();
    }
    Value left = value(comparison.left(), variables);
    Value right = value(comparison.right(), variables);
    String sign = comparison.sign();
    if (sign.equals("==") || sign.equals("!=")) {
      boolean areOfOneSort = left.getClass().equals(right.getClass());
      boolean areNamed = left instanceof Text || right instanceof Text;
      boolean isSame =
          areOfOneSort ? left.equals(right) : areNamed && left.words().equals(right.words());
      return isSame == sign.equals("==");
    }
    double a = number(left);
    double b = number(right);
    return switch (sign) {
      case "<" -> a < b;
      case "<=" -> a <= b;
      case ">" -> a > b;
      default -> a >= b;
    };
  }

  private Value link(Value base, Expression.Link link, Variables variables) {
    if (link.arguments().isPresent()) {
      return calls.link(base, link.name(), values(link.arguments().get(), variables));
    }
    if (link.name().equals("message") && base instanceof Text) {
      return base;
    }
    if (link.name().equals("length") && base instanceof Text text) {
      return new Num(text.value().length());
    }
    if (link.name().equals("length") && base instanceof Items items) {
      return new Num(items.elements().size());
    }
    throw new Failed("'%s' has no '%s'".formatted(base.words(), link.name()));
  }

  private static double number(Value value) {
    if (value instanceof Num number) {
      return number.value();
    }
    throw new Failed("'%s' is no number".formatted(value.words()));
  }

  private static Num bounded(double value) {
    if (!(Math.abs(value) <= LARGEST)) {
      throw new Failed("A number grew beyond %s".formatted(LARGEST));
    }
    return new Num(value);
  }
}
