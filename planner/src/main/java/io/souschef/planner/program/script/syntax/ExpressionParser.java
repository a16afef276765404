package io.souschef.planner.program.script.syntax;

import io.souschef.planner.program.script.syntax.Expression.Arithmetic;
import io.souschef.planner.program.script.syntax.Expression.Call;
import io.souschef.planner.program.script.syntax.Expression.Chain;
import io.souschef.planner.program.script.syntax.Expression.Choice;
import io.souschef.planner.program.script.syntax.Expression.Comparison;
import io.souschef.planner.program.script.syntax.Expression.Link;
import io.souschef.planner.program.script.syntax.Expression.ListOf;
import io.souschef.planner.program.script.syntax.Expression.Logic;
import io.souschef.planner.program.script.syntax.Expression.Minus;
import io.souschef.planner.program.script.syntax.Expression.Name;
import io.souschef.planner.program.script.syntax.Expression.Not;
import io.souschef.planner.program.script.syntax.Expression.NumberOf;
import io.souschef.planner.program.script.syntax.Expression.TextOf;
import io.souschef.planner.program.script.syntax.Expression.TruthOf;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Reads expressions, by recursive descent. */
final class ExpressionParser {

  private static final Set<String> COMPARISONS =
      Set.of("==", "===", "!=", "!==", "<", "<=", ">", ">=");

  private final Cursor cursor;

  ExpressionParser(Cursor cursor) {
    this.cursor = cursor;
  }

  Expression expression() {
    cursor.down();
    Position at = cursor.peek().at();
    Expression condition = logic(false);
    Expression result = condition;
    if (cursor.take("?")) {
      Expression then = expression();
      cursor.expect(":", "after the first of two values");
      result = new Choice(at, condition, then, expression());
    }
    if (cursor.isAt("=>")) {
      throw cursor.wrong(
          "A function stands here: only assert(condition, () => { ... }) takes one; declare others"
              + " at the top with function name() { ... }");
    }
    cursor.up();
    return result;
  }

  private Expression logic(boolean isAnd) {
    Position at = cursor.peek().at();
    Supplier<Expression> operand = isAnd ? this::comparison : () -> logic(true);
    List<Expression> operands = new ArrayList<>(List.of(operand.get()));
    while (cursor.take(isAnd ? "&&" : "||")) {
      operands.add(operand.get());
    }
    return operands.size() == 1 ? operands.get(0) : new Logic(at, isAnd, List.copyOf(operands));
  }

  private Expression comparison() {
    Position at = cursor.peek().at();
    Expression left =
        arithmetic(Set.of("+", "-"), () -> arithmetic(Set.of("*", "/", "%"), this::unary));
    if (!COMPARISONS.contains(cursor.peek().text()) || cursor.peek().kind() != Token.Kind.SIGN) {
      return left;
    }
    String sign = cursor.next().text();
    Expression right =
        arithmetic(Set.of("+", "-"), () -> arithmetic(Set.of("*", "/", "%"), this::unary));
    if (cursor.peek().kind() == Token.Kind.SIGN && COMPARISONS.contains(cursor.peek().text())) {
      throw cursor.wrong("Two things are compared at a time: join comparisons with &&");
    }
    String same = sign.length() == 3 ? sign.substring(0, 2) : sign;
    return new Comparison(at, same, left, right);
  }

  private Expression arithmetic(Set<String> signs, Supplier<Expression> operand) {
    Position at = cursor.peek().at();
    List<Expression> operands = new ArrayList<>(List.of(operand.get()));
    List<String> used = new ArrayList<>();
    while (cursor.peek().kind() == Token.Kind.SIGN && signs.contains(cursor.peek().text())) {
      used.add(cursor.next().text());
      operands.add(operand.get());
    }
    return used.isEmpty()
        ? operands.get(0)
        : new Arithmetic(at, List.copyOf(operands), List.copyOf(used));
  }

  private Expression unary() {
    Position at = cursor.peek().at();
    boolean not = cursor.isAt("!");
    if (!not && !cursor.isAt("-")) {
      return chain();
    }
    cursor.next();
    cursor.down();
    Expression of = unary();
    cursor.up();
    return not ? new Not(at, of) : new Minus(at, of);
  }

  private Expression chain() {
    Position at = cursor.peek().at();
    Expression base = primary();
    List<Link> links = new ArrayList<>();
    while (cursor.take(".")) {
      Token name = cursor.peek();
      if (name.kind() != Token.Kind.NAME) {
        throw cursor.wrong(
            "%s stands after '.': write a word such as at(...)".formatted(name.words()));
      }
      cursor.next();
      Optional<List<Expression>> arguments =
          cursor.isAt("(") ? Optional.of(arguments()) : Optional.empty();
      links.add(new Link(name.at(), name.text(), arguments));
    }
    if (cursor.isAt("[") && !cursor.peek().startsLine()) {
      throw cursor.wrong("Nothing is picked by [...]: write for (const x of ...)");
    }
    if (cursor.isAt("(")) {
      throw cursor.wrong("Only functions by their names are called: remove '('");
    }
    if (base instanceof Name name && name.name().equals("skills")) {
      return skill(at, links);
    }
    return links.isEmpty() ? base : new Chain(at, base, List.copyOf(links));
  }

  private Expression skill(Position at, List<Link> links) {
    if (links.size() != 1 || links.get(0).arguments().isEmpty()) {
      throw new Cursor.SyntaxError(at, "After 'skills' stands one skill: skills.open(\"fridge\")");
    }
    return new Call(at, true, links.get(0).name(), links.get(0).arguments().orElseThrow());
  }

  private Expression primary() {
    Token token = cursor.peek();
    return switch (token.kind()) {
      case NUMBER -> new NumberOf(cursor.next().at(), Double.parseDouble(token.text()));
      case TEXT -> new TextOf(cursor.next().at(), token.text());
      case NAME -> named(token);
      default -> enclosed(token);
    };
  }

  private Expression enclosed(Token token) {
    if (cursor.take("(")) {
      if (cursor.isAt(")")) {
        throw cursor.wrong("Nothing stands between '(' and ')': only assert takes () => { ... }");
      }
      Expression inner = expression();
      cursor.expect(")", "after what stands in parentheses");
      return inner;
    }
    if (cursor.take("[")) {
      return new ListOf(token.at(), until("]"));
    }
    throw cursor.wrong(
        switch (token.text()) {
          case "/" -> "There are no regular expressions: compare texts with ==";
          case "{" -> "There are no objects: use variables";
          default ->
              "%s stands where a value is expected: write one"
                  .formatted(Cursor.capital(token.words()));
        });
  }

  private Expression named(Token token) {
    Optional<String> reason = Forbidden.reason(token.text());
    if (reason.isPresent()) {
      throw cursor.wrong(reason.get());
    }
    if (token.is("true") || token.is("false")) {
      cursor.next();
      return new TruthOf(token.at(), token.is("true"));
    }
    if (Forbidden.isKeyword(token.text()) && !token.is("skills")) {
      throw cursor.wrong(
          "'%s' stands where a value is expected: it begins a statement".formatted(token.text()));
    }
    cursor.next();
    return cursor.isAt("(")
        ? new Call(token.at(), false, token.text(), arguments())
        : new Name(token.at(), token.text());
  }

  /** From "(" to ")". */
  List<Expression> arguments() {
    cursor.expect("(", "before what is passed");
    return until(")");
  }

  private List<Expression> until(String end) {
    List<Expression> elements = new ArrayList<>();
    while (!cursor.isAt(end)) {
      elements.add(expression());
      if (!cursor.take(",")) {
        break;
      }
    }
    cursor.expect(end, "at the end of what is passed");
    return List.copyOf(elements);
  }
}
