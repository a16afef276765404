package io.souschef.skills.policy;

import io.souschef.skills.GroundedSkill;
import io.souschef.skills.SkillLibrary;
import io.souschef.skills.effect.condition.Condition;
import io.souschef.skills.effect.condition.Meaning;
import io.souschef.skills.effect.condition.RobotCondition.StandsAt;
import io.souschef.skills.effect.condition.ThingCondition.Has;
import io.souschef.skills.effect.condition.ThingCondition.Quality;
import io.souschef.skills.effect.world.Thing;
import io.souschef.skills.effect.world.WorldSketch;
import io.souschef.skills.execution.Guard;
import io.souschef.skills.rule.Rule;
import io.souschef.skills.rule.SkillRules;
import io.souschef.skills.rule.Verdict;
import io.souschef.skills.world.Place;
import io.souschef.skills.world.Vocabulary;
import java.time.Clock;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Holds skills against a policy: by what they name, and by what they would do where they do what is
 * declared. What is not known counts as forbidden: a skill about which nothing is declared, and a
 * search for what is not in sight, may lead anywhere.
 */
final class PolicyGuard implements Guard {

  private final List<BoundRule> rules;
  private final SkillRules effects;
  private final Set<String> places;
  private final Clock clock;

  PolicyGuard(List<BoundRule> rules, SkillLibrary library, Vocabulary vocabulary, Clock clock) {
    this.rules = List.copyOf(rules);
    this.effects = new SkillRules(library);
    this.places =
        vocabulary.places().stream().map(Place::name).collect(Collectors.toUnmodifiableSet());
    this.clock = clock;
  }

  @Override
  public Optional<String> objection(GroundedSkill skill, WorldSketch now) {
    Optional<Rule> rule = effects.rule(skill);
    Set<String> named = new HashSet<>(skill.arguments().values());
    Set<String> kinds = new HashSet<>(named);
    kinds.removeAll(places);
    named.retainAll(places);
    boolean isAboutAnything = rule.isEmpty() && kinds.isEmpty();
    now.held().map(Thing::kind).ifPresent(kinds::add);
    Optional<Set<String>> about = isAboutAnything ? Optional.empty() : Optional.of(kinds);
    LocalTime time = LocalTime.now(clock);
    List<BoundRule> concerned =
        rules.stream().filter(bound -> bound.concerns(skill.action(), about, time)).toList();
    if (concerned.isEmpty()) {
      return Optional.empty();
    }
    Deed deed =
        rule.map(known -> deed(known, now, named))
            .orElseGet(() -> Deed.unknown(named, about.orElse(Set.of())));
    String doubt =
        rule.isEmpty()
            ? " (what this skill does is not declared)"
            : deed.isAnywhere() ? " (a search may lead anywhere)" : "";
    return concerned.stream()
        .flatMap(bound -> bound.objection(deed).stream())
        .findFirst()
        .map(words -> words + doubt);
  }

  private static Deed deed(Rule rule, WorldSketch now, Set<String> named) {
    WorldSketch before = now.copy();
    Meaning meaning = meaning(rule, before);
    WorldSketch after = before.copy();
    rule.bringAbout(after, meaning);
    Set<String> at = new HashSet<>(named);
    if (!isDrive(rule)) {
      before.robotAt().ifPresent(at::add);
    }
    return Deed.between(before, after, at, isSearch(rule, meaning));
  }

  /** Whether nothing is done where the robot stands but to leave. */
  private static boolean isDrive(Rule rule) {
    return rule.declaration().effects().all().stream()
            .allMatch(effect -> effect instanceof StandsAt || isKnowing(effect))
        && rule.declaration().effects().all().stream().anyMatch(StandsAt.class::isInstance);
  }

  private static boolean isKnowing(Condition effect) {
    return effect instanceof Has has && has.quality() == Quality.KNOWN;
  }

  /**
   * What the skill's words mean. Whether its needs hold does not matter, since a belief may be
   * wrong; where a thing is not known, one is imagined where the robot stands.
   */
  private static Meaning meaning(Rule rule, WorldSketch world) {
    Verdict verdict = rule.check(world);
    if (verdict instanceof Verdict.Possible possible) {
      return possible.meaning();
    }
    Meaning meaning =
        verdict instanceof Verdict.Impossible impossible
            ? impossible.meaning()
            : Meaning.of(rule.skill().arguments());
    for (Condition effect : rule.declaration().effects().all()) {
      for (String argument : effect.things()) {
        if (meaning.bound(argument).isEmpty()) {
          Thing thing =
              thing(rule.skill().argument(argument).orElse(""), world, meaning.things().size());
          meaning = meaning.with(argument, thing);
        }
      }
    }
    return meaning;
  }

  private static Thing thing(String kind, WorldSketch world, int number) {
    Optional<Thing> known =
        world
            .held()
            .filter(held -> held.kind().equals(kind))
            .or(() -> world.thingsOf(kind).findFirst());
    if (known.isPresent()) {
      return known.get();
    }
    Thing imagined =
        new Thing(
            "imagined " + kind + " " + number,
            kind,
            world.robotAt().orElse(null),
            false,
            false,
            true,
            false,
            Thing.Fit.FITS,
            Set.of());
    world.add(imagined);
    return imagined;
  }

  /** Whether the robot looks for a thing that is not in sight, wherever it may be. */
  private static boolean isSearch(Rule rule, Meaning meaning) {
    return rule.declaration().effects().all().stream()
        .filter(PolicyGuard::isKnowing)
        .flatMap(effect -> effect.things().stream())
        .anyMatch(argument -> meaning.bound(argument).filter(Thing::visible).isEmpty());
  }
}
