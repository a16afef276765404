package io.souschef.planner.program.script;

import io.souschef.planner.program.Act;
import io.souschef.planner.program.PlaceWords;
import io.souschef.planner.program.Query;
import io.souschef.planner.program.Reply;
import io.souschef.planner.program.Script;
import io.souschef.planner.program.Test;
import io.souschef.planner.program.Things;
import io.souschef.planner.program.run.Executive;
import io.souschef.skills.GroundedSkill;
import io.souschef.skills.world.Vocabulary;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Carries out programs in lists: what stands where, what is open, and a log of all that was asked.
 */
final class FakeExecutive implements Executive {

  final List<String> log = new ArrayList<>();
  final List<Act> acts = new ArrayList<>();
  final List<GroundedSkill> skills = new ArrayList<>();
  final Set<String> failing = new HashSet<>();
  private final List<Item> items = new ArrayList<>();
  private final Set<String> open = new HashSet<>();
  private Optional<String> answer = Optional.empty();

  private record Item(String noun, String place) {}

  FakeExecutive put(String noun, String place) {
    items.add(new Item(noun, place));
    return this;
  }

  FakeExecutive answering(String words) {
    answer = Optional.of(words);
    return this;
  }

  @Override
  public Achievement perform(Act act) {
    log.add(Script.of(act));
    acts.add(act);
    if (act.verb() == Act.Verb.OPEN) {
      open.add(act.place().orElseThrow().name());
    }
    if (act.things().isEmpty()) {
      return new Achievement(true, "Done");
    }
    Things things = act.things().get();
    List<Item> found =
        items.stream().filter(item -> fits(item, things)).limit(act.amount().count()).toList();
    if (found.isEmpty() || found.stream().anyMatch(item -> failing.contains(item.noun()))) {
      return new Achievement(false, "There is no %s in reach".formatted(things.words()));
    }
    if (act.verb() != Act.Verb.FIND) {
      String to =
          act.place().map(PlaceWords::words).orElse(act.verb() == Act.Verb.BRING ? "user" : "hand");
      found.forEach(
          item -> {
            items.remove(item);
            items.add(new Item(item.noun(), to));
          });
    }
    return new Achievement(true, "Done");
  }

  @Override
  public Achievement perform(GroundedSkill skill) {
    log.add(skill.text());
    skills.add(skill);
    boolean fails = skill.object().filter(failing::contains).isPresent();
    return new Achievement(
        !fails, fails ? "The %s slipped".formatted(skill.object().orElse("")) : "Done");
  }

  @Override
  public boolean holds(Test test) {
    boolean holds =
        switch (test.check()) {
          case EXISTS, MIN -> count(test.things().orElseThrow()) >= test.count();
          case OPEN -> open.contains(test.place().orElseThrow().name());
          case CLOSED -> !open.contains(test.place().orElseThrow().name());
          case HOLDS ->
              items.stream()
                  .anyMatch(i -> i.place().equals("hand") && fits(i, test.things().orElseThrow()));
          case FREE -> items.stream().noneMatch(i -> i.place().equals("hand"));
        };
    return holds != test.negated();
  }

  @Override
  public int count(Things things) {
    return (int) items.stream().filter(item -> fits(item, things)).count();
  }

  @Override
  public List<Things> each(Things things) {
    return items.stream()
        .filter(item -> fits(item, things))
        .map(item -> Things.named(item.noun()))
        .toList();
  }

  @Override
  public String answer(Query query) {
    log.add(Script.of(query));
    return "";
  }

  @Override
  public void reply(Reply reply) {
    log.add(Script.of(reply));
  }

  @Override
  public void tell(String words) {
    log.add("said: " + words);
  }

  @Override
  public Optional<String> ask(String question, List<String> options) {
    log.add("asked: " + question);
    return answer;
  }

  private static boolean fits(Item item, Things things) {
    Vocabulary.Kind kind = TestKitchen.VOCABULARY.kind(item.noun()).orElseThrow();
    if (things.reference() == Things.Reference.IT) {
      return item.place().equals("hand");
    }
    boolean isNamed =
        things.noun().map(n -> n.equals(kind.noun()) || n.equals(kind.plural())).orElse(true);
    boolean isAt =
        things.at().map(at -> item.place().equals(at.name()) != things.notAt()).orElse(true);
    return isNamed
        && isAt
        && things.required().stream()
            .allMatch(r -> kind.attributes().contains(r) || kind.noun().equals(r))
        && things.forbidden().stream().noneMatch(kind.attributes()::contains)
        && things.except().stream().noneMatch(kind.noun()::equals);
  }
}
