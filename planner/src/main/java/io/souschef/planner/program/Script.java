package io.souschef.planner.program;

import io.souschef.planner.program.Things.Reference;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Writes programs as script: a small subset of JavaScript that people read and write. */
public final class Script {

  private final StringBuilder out = new StringBuilder();

  private Script() {}

  /** One line for each statement, the lines of a branch indented by two blanks. */
  public static String of(Program program) {
    Script script = new Script();
    script.block(program.statements(), "");
    return script.out.toString().stripTrailing();
  }

  /** The script of a single statement, on one line where it has no branches. */
  public static String of(Statement statement) {
    return of(new Program(List.of(statement)));
  }

  private void block(List<Statement> statements, String indent) {
    for (Statement statement : statements) {
      if (statement instanceof Branch branch) {
        line(indent, "if (%s) {".formatted(test(branch.test())));
        block(branch.then(), indent + "  ");
        if (!branch.otherwise().isEmpty()) {
          line(indent, "} else {");
          block(branch.otherwise(), indent + "  ");
        }
        line(indent, "}");
      } else if (statement instanceof Act act) {
        line(indent, act(act));
      } else if (statement instanceof Query query) {
        line(indent, query(query));
      } else if (statement instanceof Reply reply) {
        line(indent, reply(reply));
      }
    }
  }

  private void line(String indent, String text) {
    out.append(indent).append(text).append('\n');
  }

  private static String act(Act act) {
    StringBuilder arguments = new StringBuilder();
    act.things().ifPresent(things -> arguments.append(things(things, Optional.of(act.amount()))));
    act.other()
        .ifPresent(other -> arguments.append(", ").append(things(other, Optional.empty())));
    act.place()
        .ifPresent(
            place -> arguments.append(arguments.isEmpty() ? "" : ", ").append(place(place)));
    return "%s(%s);".formatted(act.verb().word(), arguments);
  }

  private static String query(Query query) {
    String what = query.asked().name().toLowerCase(java.util.Locale.ROOT);
    String about =
        query
            .things()
            .map(things -> things(things, Optional.empty()))
            .or(() -> query.place().map(Script::place))
            .orElse("");
    return "tell(%s(%s));".formatted(what.equals("what") ? "list" : what, about);
  }

  private static String test(Test test) {
    String about =
        test.things()
            .map(things -> things(things, Optional.empty()))
            .or(() -> test.place().map(Script::place))
            .orElse("");
    String words =
        switch (test.check()) {
          case EXISTS -> "exists(%s)".formatted(about);
          case MIN -> "count(%s) >= %d".formatted(about, test.count());
          case OPEN -> "isOpen(%s)".formatted(about);
          case CLOSED -> "isClosed(%s)".formatted(about);
          case HOLDS -> "holding(%s)".formatted(about);
          case FREE -> "handFree()";
        };
    if (!test.negated()) {
      return words;
    }
    return test.check() == Test.Check.MIN ? "!(%s)".formatted(words) : "!" + words;
  }

  private static String reply(Reply reply) {
    return switch (reply.manner()) {
      case NOTHING -> "nothing();";
      case CHAT -> "chat();";
      case STOP -> "stop();";
      case REFUSE -> "refuse(\"harm\");";
      case CANNOT -> "refuse(\"cannot\");";
      case ASK_THING -> "ask(\"thing\");";
      case ASK_PLACE -> "ask(\"place\");";
      case ASK_REQUEST -> "ask(\"request\");";
    };
  }

  private static String things(Things things, Optional<Act.Amount> amount) {
    if (things.reference() == Reference.IT) {
      return "held()";
    }
    String words = things.noun().orElseGet(() -> kind(things));
    StringBuilder text = new StringBuilder();
    boolean many = amount.filter(a -> !a.equals(Act.Amount.ONE)).isPresent();
    if (many) {
      Act.Amount a = amount.orElseThrow();
      text.append(
          a.isAll()
              ? (a.different() ? "each(" : "all(")
              : (a.different() ? "different(" : "some(") + a.count() + ", ");
    } else {
      text.append(
          switch (things.reference()) {
            case ANY -> "any(";
            case THE -> "the(";
            case SAME -> "same(";
            default -> "one(";
          });
    }
    text.append(quoted(words)).append(')');
    for (String more : new TreeSet<>(things.required())) {
      if (!more.equals(words)) {
        text.append(".with(").append(quoted(more)).append(')');
      }
    }
    for (String less : new TreeSet<>(things.forbidden())) {
      text.append(".without(").append(quoted(less)).append(')');
    }
    if (!things.except().isEmpty()) {
      text.append(
          things.except().stream().map(Script::quoted).collect(Collectors.joining(", ", ".not(", ")")));
    }
    if (things.differs()) {
      text.append(".other()");
    }
    things
        .at()
        .ifPresent(
            at -> text.append(things.notAt() ? ".notAt(" : ".at(").append(place(at)).append(')'));
    return text.toString();
  }

  private static String kind(Things things) {
    return things.required().isEmpty() ? "thing" : new TreeSet<>(things.required()).first();
  }

  private static String place(PlaceWords place) {
    if (!place.isAny()) {
      return quoted(place.name());
    }
    StringBuilder text = new StringBuilder("place(");
    text.append(
        new TreeSet<>(place.required()).stream().map(Script::quoted).collect(Collectors.joining(", ")));
    text.append(')');
    for (String less : new TreeSet<>(place.forbidden())) {
      text.append(".without(").append(quoted(less)).append(')');
    }
    return text.toString();
  }

  private static String quoted(String words) {
    return '"' + words.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
