package io.souschef.planner.program.script.run;

import io.souschef.planner.program.Act.Amount;
import io.souschef.planner.program.Query;
import io.souschef.planner.program.Reply;
import io.souschef.planner.program.Reply.Manner;
import io.souschef.planner.program.Test;
import io.souschef.planner.program.Things;
import io.souschef.planner.program.run.Executive;
import io.souschef.planner.program.run.Executive.Achievement;
import io.souschef.planner.program.script.check.CheckedScript;
import io.souschef.planner.program.script.library.Language;
import io.souschef.planner.program.script.run.Value.Items;
import io.souschef.planner.program.script.run.Value.Many;
import io.souschef.planner.program.script.run.Value.Nothing;
import io.souschef.planner.program.script.run.Value.Num;
import io.souschef.planner.program.script.run.Value.Text;
import io.souschef.planner.program.script.run.Value.Truth;
import io.souschef.planner.program.script.syntax.Expression;
import io.souschef.planner.program.script.syntax.Tree;
import io.souschef.skills.GroundedSkill;
import io.souschef.skills.SkillTemplate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Carries out calls: the only door from a program to its executive. Used by one thread. */
final class Calls {

  private static final int LONGEST_LIST = 1_000;

  private final CheckedScript script;
  private final Executive executive;
  private final Meter meter;
  private final Selections selections;
  private final Looks looks;
  private final Acts acts;
  private final Evaluator evaluator;
  private final FunctionRunner functions;

  /** Runs a script's own functions. */
  interface FunctionRunner {
    Value run(Tree.Function function, List<Value> arguments);
  }

  Calls(CheckedScript script, Executive executive, Meter meter, FunctionRunner functions) {
    this.script = script;
    this.executive = executive;
    this.meter = meter;
    this.functions = functions;
    selections = new Selections(script.words());
    looks = new Looks(selections);
    acts = new Acts(selections);
    evaluator = new Evaluator(this, meter);
  }

  Evaluator evaluator() {
    return evaluator;
  }

  Value link(Value base, String name, List<Value> arguments) {
    return selections.link(base, name, arguments);
  }

  Value value(Expression.Call call, Variables variables) {
    String name = call.function();
    if (call.isSkill() || Language.function(name).isEmpty()) {
      return other(call, evaluator.values(call.arguments(), variables));
    }
    if (name.equals("tell")) {
      return tell(call.arguments().get(0), variables);
    }
    List<Value> arguments = evaluator.values(call.arguments(), variables);
    if (Language.SELECTIONS.containsKey(name)) {
      return selections.call(name, arguments);
    }
    if (Language.QUERIES.containsKey(name)) {
      return look(name, arguments);
    }
    meter.call();
    return acts.act(name, arguments)
        .map(act -> achieved(executive.perform(act)))
        .orElseGet(() -> say(name, arguments));
  }

  /** Things one after the other, as a loop goes over them. */
  List<Value> each(Many many) {
    meter.look();
    int most = many.amount().count() == 1 ? LONGEST_LIST : many.amount().count();
    return executive.each(many.things()).stream()
        .filter(many.amount().different() ? new Kinds() : things -> true)
        .limit(Math.min(most, LONGEST_LIST))
        .<Value>map(things -> new Many(things, Amount.ONE))
        .toList();
  }

  /** A count that is compared with a number: it need not be finished. */
  Optional<Boolean> counted(Expression.Comparison comparison, Variables variables) {
    boolean isCount =
        comparison.left() instanceof Expression.Call call && call.function().equals("count");
    if (!isCount || !(comparison.right() instanceof Expression.NumberOf number)) {
      return Optional.empty();
    }
    Expression.Call call = (Expression.Call) comparison.left();
    Value things = evaluator.value(call.arguments().get(0), variables);
    Optional<Test> test = looks.compared(things, comparison.sign(), number.value());
    if (test.isEmpty()) {
      return Optional.empty();
    }
    meter.look();
    return Optional.of(executive.holds(test.get()));
  }

  private Value look(String name, List<Value> arguments) {
    Optional<Test> test = looks.test(name, arguments);
    meter.look();
    if (test.isPresent()) {
      return new Truth(executive.holds(test.get()));
    }
    Many many = selections.many(arguments.get(0));
    return name.equals("count") ? new Num(executive.count(many.things())) : new Items(each(many));
  }

  private Value tell(Expression what, Variables variables) {
    meter.call();
    if (what instanceof Expression.Call call && !call.isSkill()) {
      boolean isQuestion =
          Language.QUERIES.containsKey(call.function()) || call.function().equals("held");
      Optional<Query> query =
          isQuestion
              ? looks.query(call.function(), evaluator.values(call.arguments(), variables))
              : Optional.empty();
      if (query.isPresent()) {
        executive.answer(query.get());
        return new Nothing();
      }
    }
    executive.tell(meter.text(evaluator.value(what, variables).words()));
    return new Nothing();
  }

  private Value say(String name, List<Value> arguments) {
    Optional<Reply> reply = Acts.reply(name, arguments);
    if (reply.isPresent()) {
      executive.reply(reply.get());
      Manner manner = reply.get().manner();
      if (manner == Manner.STOP) {
        throw new Meter.Ended(Ending.Kind.STOPPED, "The program stopped");
      }
      if (manner == Manner.REFUSE || manner == Manner.CANNOT) {
        throw new Meter.Ended(
            Ending.Kind.REFUSED, "The program refused: " + arguments.get(0).words());
      }
      return new Nothing();
    }
    if (name.equals("refuse")) {
      executive.tell(arguments.get(0).words());
      executive.reply(new Reply(Manner.REFUSE));
      throw new Meter.Ended(
          Ending.Kind.REFUSED, "The program refused: " + arguments.get(0).words());
    }
    return ask(arguments);
  }

  private Value ask(List<Value> arguments) {
    String question = arguments.get(0).words();
    List<String> options =
        arguments.stream()
            .skip(1)
            .flatMap(v -> v instanceof Items items ? items.elements().stream() : Stream.of(v))
            .map(Value::words)
            .toList();
    String answer =
        executive
            .ask(question, options)
            .orElseThrow(() -> new Failed("Nobody answered '%s'".formatted(question)))
            .strip();
    if (options.isEmpty()) {
      return new Text(meter.text(answer));
    }
    return options.stream()
        .filter(option -> option.equalsIgnoreCase(answer))
        .findFirst()
        .map(Text::new)
        .orElseThrow(
            () -> new Failed("'%s' is none of the answers to '%s'".formatted(answer, question)));
  }

  private Value other(Expression.Call call, List<Value> arguments) {
    Tree.Function function = script.functions().get(call.function());
    if (function != null && !call.isSkill()) {
      return functions.run(function, arguments);
    }
    SkillTemplate template =
        script
            .skills()
            .template(call.function())
            .orElseThrow(() -> new IllegalStateException("No function " + call.function()));
    List<String> words = arguments.stream().map(Calls::noun).toList();
    GroundedSkill skill =
        script
            .skills()
            .ground(template, words)
            .orElseThrow(
                () ->
                    new Failed(
                        "Skill '%s' does not work with %s".formatted(template.action(), words)));
    meter.call();
    return achieved(executive.perform(skill));
  }

  private static String noun(Value value) {
    return value instanceof Many many ? many.things().noun().orElse(value.words()) : value.words();
  }

  private Value achieved(Achievement achievement) {
    if (!achievement.achieved()) {
      meter.failed(achievement.message());
    }
    return new Nothing();
  }

  /** Lets one thing of each kind pass. */
  private static final class Kinds implements Predicate<Things> {
    private final Set<String> seen = new HashSet<>();

    @Override
    public boolean test(Things things) {
      return seen.add(things.words());
    }
  }
}
