package io.souschef.planner.program.script.syntax;

import io.souschef.planner.program.script.syntax.Node.ForCount;
import io.souschef.planner.program.script.syntax.Node.ForOf;
import java.util.List;
import java.util.function.Supplier;

/** Reads the two kinds of {@code for}. */
final class Loops {

  private final Cursor cursor;
  private final ExpressionParser expressions;
  private final Supplier<List<Node>> block;

  Loops(Cursor cursor, ExpressionParser expressions, Supplier<List<Node>> block) {
    this.cursor = cursor;
    this.expressions = expressions;
    this.block = block;
  }

  Node loop() {
    Position at = cursor.next().at();
    cursor.expect("(", "after for");
    if (!cursor.isAt("const") && !cursor.isAt("let")) {
      throw cursor.wrong("A loop begins with its variable: write for (const x of ...)");
    }
    cursor.next();
    String name = cursor.newName("a variable");
    if (cursor.take("of")) {
      Expression source = expressions.expression();
      cursor.expect(")", "after what the loop goes over");
      return new ForOf(at, name, source, block.get());
    }
    if (cursor.isAt("in")) {
      throw cursor.wrong("'in' is not part of the language: write for (const x of ...)");
    }
    cursor.expect("=", "after the loop's variable");
    Expression from = expressions.expression();
    cursor.expect(";", "after the loop's first value");
    same(name);
    boolean isInclusive = cursor.isAt("<=");
    if (!isInclusive && !cursor.isAt("<")) {
      throw cursor.wrong("A counting loop ends at a number: write %s < 10".formatted(name));
    }
    cursor.next();
    Expression to = expressions.expression();
    cursor.expect(";", "after the loop's last value");
    if (cursor.take("++")) {
      same(name);
    } else {
      same(name);
      cursor.expect("++", "since a counting loop goes up by one");
    }
    cursor.expect(")", "after " + name + "++");
    return new ForCount(at, name, from, isInclusive, to, block.get());
  }

  private void same(String name) {
    if (!cursor.isAt(name)) {
      throw cursor.wrong(
          "A counting loop counts one variable: write for (let %s = 0; %s < 10; %s++)"
              .formatted(name, name, name));
    }
    cursor.next();
  }
}
