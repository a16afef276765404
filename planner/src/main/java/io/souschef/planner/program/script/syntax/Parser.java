package io.souschef.planner.program.script.syntax;

import io.souschef.planner.program.script.syntax.Node.Assert;
import io.souschef.planner.program.script.syntax.Node.Assign;
import io.souschef.planner.program.script.syntax.Node.Declare;
import io.souschef.planner.program.script.syntax.Node.If;
import io.souschef.planner.program.script.syntax.Node.Leave;
import io.souschef.planner.program.script.syntax.Node.Perform;
import io.souschef.planner.program.script.syntax.Node.Return;
import io.souschef.planner.program.script.syntax.Node.Try;
import io.souschef.planner.program.script.syntax.Node.While;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads scripts. A statement with a mistake is left out, so that all mistakes are found at once.
 * Used once.
 */
public final class Parser {

  /** Longer scripts are not read. */
  public static final int LONGEST = 100_000;

  private static final int MOST_FUNCTIONS = 50;
  private static final Set<String> ASSIGNMENTS = Set.of("=", "+=", "-=", "++", "--");

  private final Problems problems;
  private final Cursor cursor;
  private final ExpressionParser expressions;
  private final Loops loops;
  private final List<Tree.Function> functions = new ArrayList<>();

  private Parser(List<Token> tokens, Problems problems) {
    this.problems = problems;
    cursor = new Cursor(tokens);
    expressions = new ExpressionParser(cursor);
    loops = new Loops(cursor, expressions, this::block);
  }

  /**
   * Reads a script.
   *
   * @param problems takes what is wrong; with any, the tree lacks what is
   */
  public static Tree parse(String source, Problems problems) {
    if (source.length() > LONGEST) {
      problems.add(
          new Position(1, 1),
          "The script has %s characters, at most %s are read: shorten it"
              .formatted(source.length(), LONGEST));
      return new Tree(List.of(), List.of());
    }
    Parser parser = new Parser(Lexer.tokens(source, problems), problems);
    return new Tree(parser.functions, parser.script());
  }

  private List<Node> script() {
    List<Node> statements = new ArrayList<>();
    while (!cursor.isAtEnd() && !problems.areEnough()) {
      if (cursor.isAt("}")) {
        problems.add(cursor.peek().at(), "This '}' closes nothing: remove it");
        cursor.next();
      } else if (cursor.isAt("function")) {
        guarded(this::function);
      } else {
        guarded(() -> statement().ifPresent(statements::add));
      }
    }
    return List.copyOf(statements);
  }

  private void guarded(Runnable part) {
    int from = cursor.index();
    int depth = cursor.depth();
    try {
      part.run();
    } catch (Cursor.SyntaxError wrong) {
      problems.add(wrong.at(), wrong.words());
      cursor.recover(from, depth);
    }
  }

  private void function() {
    Position at = cursor.next().at();
    String name = cursor.newName("a function");
    cursor.expect("(", "before the parameters");
    List<String> parameters = new ArrayList<>();
    while (!cursor.isAt(")")) {
      parameters.add(cursor.newName("a parameter"));
      if (!cursor.take(",")) {
        break;
      }
    }
    cursor.expect(")", "after the parameters");
    List<Node> body = block();
    if (functions.size() == MOST_FUNCTIONS) {
      throw new Cursor.SyntaxError(
          at, "A script has at most %s functions: remove some".formatted(MOST_FUNCTIONS));
    }
    functions.add(new Tree.Function(at, name, List.copyOf(parameters), body));
  }

  /** A block in braces, or a single statement without. */
  private List<Node> block() {
    cursor.down();
    List<Node> statements = new ArrayList<>();
    if (!cursor.isAt("{")) {
      statement().ifPresent(statements::add);
    } else {
      Position open = cursor.next().at();
      while (!cursor.isAt("}") && !problems.areEnough()) {
        if (cursor.isAtEnd()) {
          throw new Cursor.SyntaxError(open, "This '{' is not closed: write } after the block");
        }
        guarded(() -> statement().ifPresent(statements::add));
      }
      cursor.take("}");
    }
    cursor.up();
    return List.copyOf(statements);
  }

  private Optional<Node> statement() {
    Token token = cursor.peek();
    if (cursor.take(";")) {
      return Optional.empty();
    }
    if (token.kind() != Token.Kind.NAME) {
      if (token.is("{")) {
        throw cursor.wrong("A block stands alone: put if (...) before it, or remove its braces");
      }
      return Optional.of(simple());
    }
    return Optional.of(
        switch (token.text()) {
          case "if" -> branch();
          case "for" -> loops.loop();
          case "while" -> whileLoop();
          case "try" -> attempt();
          case "function" ->
              throw cursor.wrong(
                  "Functions are declared at the top: move this one out of the block");
          default -> simple();
        });
  }

  private Node branch() {
    Position at = cursor.next().at();
    Expression condition = condition("if");
    List<Node> then = block();
    List<Node> otherwise = cursor.take("else") ? block() : List.of();
    return new If(at, condition, then, otherwise);
  }

  private Node whileLoop() {
    Position at = cursor.next().at();
    Expression condition = condition("while");
    return new While(at, condition, block());
  }

  private Expression condition(String of) {
    cursor.expect("(", "after " + of);
    Expression condition = expressions.expression();
    cursor.expect(")", "after the condition");
    return condition;
  }

  private Node attempt() {
    Position at = cursor.next().at();
    List<Node> body = block();
    cursor.expect("catch", "after try { ... }");
    Optional<String> problem = Optional.empty();
    if (cursor.take("(")) {
      problem = Optional.of(cursor.newName("a problem"));
      cursor.expect(")", "after the problem's name");
    }
    return new Try(at, body, problem, block());
  }

  /** A statement on one line. */
  private Node simple() {
    Node statement = unended();
    if (!cursor.take(";")
        && !cursor.isAt("}")
        && !cursor.isAtEnd()
        && !cursor.peek().startsLine()) {
      if (ASSIGNMENTS.contains(cursor.peek().text()) && cursor.peek().kind() == Token.Kind.SIGN) {
        throw cursor.wrong(
            "%s stands after what is no variable: only variables are given values, as in let n = 1"
                .formatted(cursor.peek().words()));
      }
      boolean lacksParentheses =
          statement instanceof Perform perform && perform.call() instanceof Expression.Name;
      throw cursor.wrong(
          "%s stands after a whole statement: write %s"
              .formatted(
                  cursor.peek().words(),
                  lacksParentheses ? "calls as in bring(\"coke\")" : "; before it"));
    }
    return statement;
  }

  private Node unended() {
    Token token = cursor.peek();
    if (token.kind() != Token.Kind.NAME) {
      return new Perform(token.at(), expressions.expression());
    }
    return switch (token.text()) {
      case "let", "const" -> declaration();
      case "return" -> returned();
      case "assert" -> assertion();
      case "break", "continue" -> {
        cursor.next();
        yield new Leave(token.at(), token.is("continue"));
      }
      default ->
          ASSIGNMENTS.contains(cursor.peekSecond().text())
                  && cursor.peekSecond().kind() == Token.Kind.SIGN
              ? assignment()
              : new Perform(token.at(), expressions.expression());
    };
  }

  private Node returned() {
    Position at = cursor.next().at();
    boolean isBare =
        cursor.isAt(";") || cursor.isAt("}") || cursor.isAtEnd() || cursor.peek().startsLine();
    return new Return(at, isBare ? Optional.empty() : Optional.of(expressions.expression()));
  }

  private Node declaration() {
    Token token = cursor.next();
    String name = cursor.newName("a variable");
    cursor.expect("=", "after the variable's name");
    return new Declare(token.at(), token.is("const"), name, expressions.expression());
  }

  private Node assignment() {
    Position at = cursor.peek().at();
    String name = cursor.newName("a variable");
    String sign = cursor.next().text();
    if (sign.equals("++") || sign.equals("--")) {
      return new Assign(at, name, sign.charAt(0) + "=", new Expression.NumberOf(at, 1));
    }
    return new Assign(at, name, sign, expressions.expression());
  }

  private Node assertion() {
    Position at = cursor.next().at();
    cursor.expect("(", "after assert");
    Expression condition = expressions.expression();
    Optional<Expression> message = Optional.empty();
    Optional<List<Node>> recovery = Optional.empty();
    if (cursor.take(",")) {
      if (cursor.isAt("(") && cursor.peekSecond().is(")")) {
        cursor.next();
        cursor.next();
        cursor.expect("=>", "after ()");
        recovery = Optional.of(cursor.isAt("{") ? block() : recoveryCall());
      } else {
        message = Optional.of(expressions.expression());
      }
    }
    cursor.take(",");
    cursor.expect(")", "at the end of assert");
    return new Assert(at, condition, message, recovery);
  }

  private List<Node> recoveryCall() {
    Position at = cursor.peek().at();
    return List.of(new Perform(at, expressions.expression()));
  }
}
