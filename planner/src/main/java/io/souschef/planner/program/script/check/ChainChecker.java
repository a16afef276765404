package io.souschef.planner.program.script.check;

import io.souschef.planner.program.script.library.Kind;
import io.souschef.planner.program.script.library.Language;
import io.souschef.planner.program.script.library.Mend;
import io.souschef.planner.program.script.library.Signature;
import io.souschef.planner.program.script.syntax.Expression;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Checks what follows a value with dots: {@code .with("cold").at("table")}, {@code .length}. */
final class ChainChecker {

  private final Context context;
  private final CallChecker calls;
  private final ExpressionChecker expressions;

  ChainChecker(Context context, CallChecker calls, ExpressionChecker expressions) {
    this.context = context;
    this.calls = calls;
    this.expressions = expressions;
  }

  Shape shape(Expression.Chain chain, Scope scope) {
    boolean isUnknownObject =
        chain.base() instanceof Expression.Name name
            && scope.find(name.name()).isEmpty()
            && !context.isFunction(name.name());
    if (isUnknownObject) {
      return unknownObject((Expression.Name) chain.base(), chain.links().get(0), scope);
    }
    Shape shape = expressions.value(chain.base(), scope);
    for (Expression.Link link : chain.links()) {
      shape = link(shape, link, scope);
    }
    return shape;
  }

  /** {@code console.log("hi")}, {@code robot.bring("coke")}. */
  private Shape unknownObject(Expression.Name base, Expression.Link link, Scope scope) {
    String mend =
        base.name().equals("console")
            ? "write tell(...)"
            : context.isFunction(link.name())
                ? "write %s(...) alone".formatted(link.name())
                : Mend.of(base.name(), scope.names());
    if (context.isWhole() || scope.names().isEmpty()) {
      context
          .problems()
          .add(base.at(), "There is no variable '%s': %s".formatted(base.name(), mend));
    }
    return Shape.of(Kind.ANY);
  }

  private Shape link(Shape base, Expression.Link link, Scope scope) {
    List<Expression> arguments = link.arguments().orElse(List.of());
    if (link.arguments().isEmpty()) {
      boolean isLength = link.name().equals("length") && has(base, Kind.LIST, Kind.TEXT);
      boolean isMessage = link.name().equals("message") && has(base, Kind.TEXT, Kind.TEXT);
      if (link.name().equals("length") && base.kind() == Kind.THINGS) {
        problem(link, "Things are counted by looking: write count(...)");
      } else if (!isLength && !isMessage) {
        problem(
            link,
            "%s has no '%s': write a call such as .at(\"table\")"
                .formatted(capital(base.kind().words()), link.name()));
      }
      return Shape.of(isLength ? Kind.NUMBER : isMessage ? Kind.TEXT : Kind.ANY);
    }
    Map<String, Signature> links =
        base.kind() == Kind.PLACE ? Language.PLACE_LINKS : Language.THING_LINKS;
    Signature signature = links.get(link.name());
    if (!has(base, Kind.THINGS, Kind.PLACE)) {
      arguments.forEach(argument -> expressions.value(argument, scope));
      problem(
          link,
          "%s cannot be followed by .%s(...): write any(\"cup\").%s(...)"
              .formatted(capital(base.kind().words()), link.name(), link.name()));
      return Shape.of(Kind.ANY);
    }
    if (signature != null) {
      calls.arguments(link.at(), "." + link.name(), signature, arguments, scope);
      return base.kind() == Kind.ANY ? base : Shape.of(signature.result());
    }
    Set<String> attributes =
        base.kind() == Kind.PLACE
            ? context.words().words().placeAttributes()
            : context.words().words().attributes();
    if (!attributes.contains(link.name())) {
      Set<String> known = new TreeSet<>(links.keySet());
      known.addAll(attributes);
      problem(
          link, "'.%s(...)' is not known: %s".formatted(link.name(), Mend.of(link.name(), known)));
    } else if (!arguments.isEmpty()) {
      problem(
          link,
          "'.%s()' takes nothing: write .%s() or .with(\"%s\")"
              .formatted(link.name(), link.name(), link.name()));
    }
    return base;
  }

  private static boolean has(Shape shape, Kind one, Kind other) {
    return shape.is(one) || shape.is(other);
  }

  private void problem(Expression.Link link, String message) {
    context.problems().add(link.at(), message);
  }

  private static String capital(String words) {
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
