package io.souschef.planner.program.script.check;

import io.souschef.planner.program.script.library.Kind;
import io.souschef.planner.program.script.library.Language;
import io.souschef.planner.program.script.library.Mend;
import io.souschef.planner.program.script.library.Signature;
import io.souschef.planner.program.script.library.Takes;
import io.souschef.planner.program.script.syntax.Expression;
import io.souschef.planner.program.script.syntax.Position;
import io.souschef.planner.program.script.syntax.Tree;
import io.souschef.skills.SkillTemplate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Checks calls: the function, how many arguments, what each is, and the words in them. */
final class CallChecker {

  private static final int LARGEST = 99;
  private static final String HOW_MANY =
      "How many is a whole number from 1 to 99: write one of these";

  private final Context context;
  private final FunctionChecker functions;
  private final ExpressionChecker expressions;

  CallChecker(Context context, FunctionChecker functions, ExpressionChecker expressions) {
    this.context = context;
    this.functions = functions;
    this.expressions = expressions;
  }

  Shape shape(Expression.Call call, Scope scope, boolean isStatement) {
    Optional<Signature> signature =
        call.isSkill() ? Optional.empty() : Language.function(call.function());
    if (signature.isPresent()) {
      return builtIn(call, signature.get(), scope);
    }
    Tree.Function function = call.isSkill() ? null : context.functions().get(call.function());
    if (function != null) {
      return own(call, function, scope, isStatement);
    }
    Optional<SkillTemplate> skill = context.skills().template(call.function());
    if (skill.isPresent()) {
      return skill(call, skill.get(), scope);
    }
    call.arguments().forEach(argument -> expressions.value(argument, scope));
    Set<String> known = call.isSkill() ? context.skills().names() : context.functionNames();
    if (context.isWhole() || call.isSkill()) {
      problem(
          call.at(),
          "There is no %s '%s': %s"
              .formatted(
                  call.isSkill() ? "skill" : "function",
                  call.function(),
                  Mend.of(call.function(), known)));
    }
    return Shape.of(Kind.ANY);
  }

  private Shape builtIn(Expression.Call call, Signature signature, Scope scope) {
    String name = call.function();
    boolean tellsWhere =
        name.equals("tell")
            && call.arguments().size() == 1
            && call.arguments().get(0) instanceof Expression.Call inner
            && inner.function().equals("where")
            && !inner.isSkill();
    if (tellsWhere) {
      Expression.Call where = (Expression.Call) call.arguments().get(0);
      arguments(
          where.at(), "where", Language.function("where").orElseThrow(), where.arguments(), scope);
      return Shape.of(Kind.NOTHING);
    }
    if (name.equals("where")) {
      problem(call.at(), "where(...) is an answer in words: write tell(where(...)) alone");
    }
    List<Shape> shapes = arguments(call.at(), name, signature, call.arguments(), scope);
    if (name.equals("list")) {
      return Shape.listOf(Shape.of(Kind.THINGS));
    }
    if (name.equals("ask") && shapes.size() > 1) {
      return shapes.subList(1, shapes.size()).stream()
          .map(s -> s.kind() == Kind.LIST ? s.each() : s)
          .reduce(Shape::or)
          .filter(s -> s.kind() == Kind.TEXT)
          .orElse(Shape.of(Kind.TEXT));
    }
    return Shape.of(signature.result());
  }

  private Shape own(
      Expression.Call call, Tree.Function function, Scope scope, boolean isStatement) {
    List<Shape> shapes = new ArrayList<>();
    call.arguments().forEach(argument -> shapes.add(expressions.value(argument, scope)));
    if (shapes.size() != function.parameters().size()) {
      problem(
          call.at(),
          "'%s' takes %s values, and %s are passed: write %s(%s)"
              .formatted(
                  function.name(),
                  function.parameters().size(),
                  shapes.size(),
                  function.name(),
                  String.join(", ", function.parameters())));
      return Shape.of(Kind.ANY);
    }
    Shape result = functions.result(call.at(), function, shapes);
    return isStatement ? Shape.of(Kind.NOTHING) : result;
  }

  private Shape skill(Expression.Call call, SkillTemplate template, Scope scope) {
    List<String> names = List.copyOf(template.arguments().keySet());
    if (call.arguments().size() != names.size()) {
      problem(
          call.at(),
          "'%s' takes %s, and %s are passed: write %s"
              .formatted(
                  template.action(),
                  names.isEmpty() ? "no values" : names.size() + " values " + names,
                  call.arguments().size(),
                  context.skills().example(template)));
    }
    for (int i = 0; i < call.arguments().size(); i++) {
      Expression argument = call.arguments().get(i);
      Shape shape = expressions.value(argument, scope);
      if (i < names.size()) {
        String name = names.get(i);
        boolean isThing = Objects.requireNonNull(template.arguments().get(name)).isThing();
        Takes takes = isThing ? Takes.THINGS : Takes.PLACE;
        if (accepts(takes, shape, argument.at())) {
          shape.words().stream()
              .sorted()
              .flatMap(word -> context.skills().problem(template, name, word).stream())
              .forEach(reason -> problem(argument.at(), reason));
        }
      }
    }
    return Shape.of(Kind.NOTHING);
  }

  /** Checks arguments; returns what they are. */
  List<Shape> arguments(
      Position at, String name, Signature signature, List<Expression> arguments, Scope scope) {
    List<Shape> shapes = new ArrayList<>();
    boolean fits = arguments.size() >= signature.least() && arguments.size() <= signature.most();
    if (!fits) {
      problem(
          at,
          "%s(...) takes %s, and %s passed: write %s"
              .formatted(
                  name,
                  signature.most() == 0
                      ? "nothing"
                      : signature.most() == 1 ? "one value" : signature.least() + " values",
                  arguments.size() == 1 ? "1 is" : arguments.size() + " are",
                  signature.example()));
    }
    for (int i = 0; i < arguments.size(); i++) {
      Expression argument = arguments.get(i);
      Shape shape = expressions.value(argument, scope);
      shapes.add(shape);
      if (fits) {
        argument(signature.takes(i), shape, argument);
      }
    }
    return shapes;
  }

  private void argument(Takes takes, Shape shape, Expression argument) {
    if (!accepts(takes, shape, argument.at())) {
      return;
    }
    boolean isWord =
        takes == Takes.THINGS
            || takes == Takes.PLACE
            || takes == Takes.THING_WORD
            || takes == Takes.PLACE_WORD;
    if (isWord) {
      new TreeSet<>(shape.words())
          .stream()
              .flatMap(word -> context.words().problem(takes, word).stream())
              .forEach(reason -> problem(argument.at(), reason));
    }
    if (takes == Takes.NUMBER && argument instanceof Expression.Minus) {
      problem(argument.at(), HOW_MANY);
    } else if (takes == Takes.NUMBER && argument instanceof Expression.NumberOf number) {
      double value = number.value();
      if (value < 1 || value > LARGEST || value != Math.rint(value)) {
        problem(argument.at(), HOW_MANY);
      }
    }
  }

  private boolean accepts(Takes takes, Shape shape, Position at) {
    boolean accepted =
        switch (takes) {
          case NUMBER -> shape.is(Kind.NUMBER);
          case TEXT, THING_WORD, PLACE_WORD -> shape.is(Kind.TEXT);
          case OPTIONS -> shape.is(Kind.TEXT) || shape.is(Kind.LIST);
          case THINGS -> shape.is(Kind.THINGS) || shape.is(Kind.TEXT);
          case PLACE -> shape.is(Kind.PLACE) || shape.is(Kind.TEXT);
          case ANYTHING -> true;
        };
    if (!accepted) {
      problem(
          at,
          "%s is wanted here, and this is %s: write %s"
              .formatted(
                  capital(takes.words()),
                  shape.kind().words(),
                  shape.kind() == Kind.LIST
                      ? "for (const x of ...) around it"
                      : "for example " + takes.example()));
    }
    return accepted;
  }

  private void problem(Position at, String message) {
    context.problems().add(at, message);
  }

  private static String capital(String words) {
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
