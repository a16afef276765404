package io.souschef.skills.rule;

import io.souschef.skills.GroundedSkill;
import io.souschef.skills.effect.Declaration;
import io.souschef.skills.effect.Needs.Need;
import io.souschef.skills.effect.condition.Condition;
import io.souschef.skills.effect.condition.HandCondition;
import io.souschef.skills.effect.condition.Meaning;
import io.souschef.skills.effect.condition.RobotCondition.StandsAt;
import io.souschef.skills.effect.condition.ThingCondition;
import io.souschef.skills.effect.condition.ThingCondition.Quality;
import io.souschef.skills.effect.world.Sentences;
import io.souschef.skills.effect.world.SymbolicWorld;
import io.souschef.skills.effect.world.Thing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The declaration of one grounded skill, applied to worlds. Skills name kinds: which thing is meant
 * is decided here and nowhere else. Those that fulfil more of the needs come first, in the order in
 * which needs are declared; among equals what the robot has not put there itself, then what the
 * skill would change, what is known, here and seen now, and then the world's own order. Immutable.
 */
public final class Rule {

  private final GroundedSkill skill;
  private final Declaration declaration;

  /** Arguments whose things the skill is about, rather than beside. */
  private final Set<String> subjects = new LinkedHashSet<>();

  /** Every argument that stands for a thing. */
  private final Set<String> things = new LinkedHashSet<>();

  Rule(GroundedSkill skill, Declaration declaration) {
    this.skill = skill;
    this.declaration = declaration;
    for (Condition effect : declaration.effects().all()) {
      things.addAll(effect.things());
      if (effect instanceof ThingCondition changed) {
        subjects.add(changed.object());
      } else if (effect instanceof HandCondition.Holds taken) {
        subjects.add(taken.object());
      }
    }
  }

  public GroundedSkill skill() {
    return skill;
  }

  public Declaration declaration() {
    return declaration;
  }

  /** Whether the skill would work now, and what it means. Changes nothing. */
  public Verdict check(SymbolicWorld world) {
    Map<String, List<Thing>> candidates = new HashMap<>();
    for (Need need : declaration.needs().all()) {
      if (!narrow(need.condition(), world, candidates)) {
        return impossible(need, world, candidates);
      }
    }
    for (String argument : things) {
      if (candidates(argument, world, candidates).isEmpty()) {
        Condition known = new ThingCondition.Has(argument, Quality.KNOWN);
        return impossible(Need.of(known), world, candidates);
      }
    }
    return new Verdict.Possible(meaning(candidates));
  }

  /** The same, and where it would work the world is then as it would be after it. */
  public Verdict apply(SymbolicWorld world) {
    Verdict verdict = check(world);
    if (verdict instanceof Verdict.Possible possible) {
      declaration.effects().bringAbout(world, possible.meaning());
      world.look();
    }
    return verdict;
  }

  /**
   * Changes a world by the skill's effects, asking for no need: for who knows that it worked, and
   * which things were meant. What is seen from there is the caller's to tell.
   */
  public void bringAbout(SymbolicWorld world, Meaning meaning) {
    declaration.effects().bringAbout(world, meaning);
  }

  /** Robot time in seconds that the skill is expected to take from where the robot stands. */
  public double seconds(SymbolicWorld world) {
    double metres = 0;
    if (declaration.duration().perMetreS() > 0) {
      metres = destination(world).map(world::distanceTo).orElse(0.0);
    }
    return declaration.duration().seconds(metres);
  }

  private Optional<String> destination(SymbolicWorld world) {
    Meaning meaning =
        check(world) instanceof Verdict.Possible possible
            ? possible.meaning()
            : Meaning.of(skill.arguments());
    return declaration.effects().all().stream()
        .filter(StandsAt.class::isInstance)
        .map(effect -> ((StandsAt) effect).where())
        .flatMap(where -> where.place(world, meaning).stream())
        .filter(place -> world.place(place).isPresent())
        .findFirst();
  }

  /** Leaves of each argument's candidates those that a need admits; false where none is left. */
  private boolean narrow(
      Condition condition, SymbolicWorld world, Map<String, List<Thing>> candidates) {
    List<String> names = List.copyOf(condition.things());
    Meaning bare = Meaning.of(skill.arguments());
    if (names.isEmpty()) {
      return condition.holds(world, bare);
    }
    if (condition instanceof Condition.AnyOf choice
        && choice.conditions().stream()
            .anyMatch(one -> one.things().isEmpty() && one.holds(world, bare))) {
      return true; // whichever thing is meant
    }
    if (names.size() == 1) {
      String name = names.get(0);
      List<Thing> left =
          candidates(name, world, candidates).stream()
              .filter(thing -> condition.holds(world, bare.with(name, thing)))
              .toList();
      if (!left.isEmpty()) {
        candidates.put(name, left);
      }
      return !left.isEmpty();
    }
    Optional<Meaning> together = choose(condition, names, bare, world, candidates);
    together.ifPresent(
        meaning -> names.forEach(name -> candidates.put(name, List.of(meaning.thing(name)))));
    return together.isPresent();
  }

  private Optional<Meaning> choose(
      Condition condition,
      List<String> names,
      Meaning chosen,
      SymbolicWorld world,
      Map<String, List<Thing>> candidates) {
    if (names.isEmpty()) {
      return condition.holds(world, chosen) ? Optional.of(chosen) : Optional.empty();
    }
    String name = names.get(0);
    List<String> rest = names.subList(1, names.size());
    for (Thing thing : candidates(name, world, candidates)) {
      if (chosen.things().containsValue(thing)) {
        continue;
      }
      Optional<Meaning> found =
          choose(condition, rest, chosen.with(name, thing), world, candidates);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private List<Thing> candidates(
      String argument, SymbolicWorld world, Map<String, List<Thing>> candidates) {
    List<Thing> found = candidates.get(argument);
    if (found == null) {
      String kind = skill.argument(argument).orElse("");
      List<Thing> ranked = new ArrayList<>();
      for (Thing thing : world.things()) {
        if (thing.kind().equals(kind)) {
          ranked.add(thing);
        }
      }
      if (ranked.size() > 1) {
        ranked.sort(preference(argument, world));
      }
      found = ranked;
      candidates.put(argument, found);
    }
    return found;
  }

  private Comparator<Thing> preference(String argument, SymbolicWorld world) {
    boolean subject = subjects.contains(argument);
    return Comparator.<Thing, Boolean>comparing(thing -> subject && thing.delivered())
        .thenComparing(thing -> isSoAlready(argument, thing, world))
        .thenComparing(thing -> !thing.known())
        .thenComparing(thing -> !world.isHere(thing))
        .thenComparing(thing -> !thing.visible());
  }

  /** Whether standing it up or laying it down would change nothing. */
  private boolean isSoAlready(String argument, Thing thing, SymbolicWorld world) {
    Meaning meaning = Meaning.of(skill.arguments()).with(argument, thing);
    return declaration.effects().all().stream()
        .anyMatch(
            effect ->
                effect instanceof ThingCondition.Has has
                    && has.object().equals(argument)
                    && has.quality() != Quality.KNOWN
                    && has.holds(world, meaning));
  }

  private Meaning meaning(Map<String, List<Thing>> candidates) {
    Map<String, Thing> chosen = new HashMap<>();
    candidates.forEach(
        (name, left) -> {
          if (!left.isEmpty()) {
            chosen.put(name, left.get(0));
          }
        });
    return new Meaning(skill.arguments(), chosen);
  }

  private Verdict impossible(Need need, SymbolicWorld world, Map<String, List<Thing>> candidates) {
    return new Verdict.Impossible(
        need, meaning(candidates), Sentences.fill(need.message(), skill.arguments(), world));
  }
}
