package io.souschef.training.affordance.rollout;

import io.souschef.skills.GroundedSkill;
import io.souschef.skills.SkillLibrary;
import io.souschef.skills.SkillTemplate;
import io.souschef.skills.effect.Declaration;
import io.souschef.skills.effect.Needs.Need;
import io.souschef.skills.effect.condition.Condition;
import io.souschef.skills.effect.condition.HandCondition;
import io.souschef.skills.effect.condition.Meaning;
import io.souschef.skills.effect.condition.RobotCondition;
import io.souschef.skills.effect.condition.ThingCondition;
import io.souschef.skills.effect.condition.Where;
import io.souschef.skills.effect.world.WorldSketch;
import io.souschef.skills.rule.SkillRules;
import io.souschef.skills.world.Observation;
import io.souschef.skills.world.Vocabulary;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What sort of skill a skill is, by what its library declares. Immutable. */
final class SkillSorts {

  private final SkillRules rules;
  private final Vocabulary vocabulary;
  private final List<String> cleaning;

  /**
   * @param vocabulary the words of the robot that is sampled for
   */
  SkillSorts(SkillLibrary library, Vocabulary vocabulary) {
    this.rules = new SkillRules(library);
    this.vocabulary = vocabulary;
    List<String> attributes =
        library.templates().stream()
            .flatMap(template -> template.declaration().stream())
            .flatMap(SkillSorts::conditions)
            .filter(HandCondition.HoldsSome.class::isInstance)
            .flatMap(condition -> ((HandCondition.HoldsSome) condition).attribute().stream())
            .toList();
    this.cleaning =
        vocabulary.kinds().stream()
            .filter(kind -> attributes.stream().anyMatch(kind::mayBe))
            .map(Vocabulary.Kind::noun)
            .toList();
  }

  /** Kinds that some skill needs in the hand: what one can wipe with. */
  List<String> cleaning() {
    return cleaning;
  }

  /** The kind of thing that a skill is about. */
  Optional<String> kind(GroundedSkill skill) {
    return argument(skill, true);
  }

  /** The place that a skill is about. */
  Optional<String> place(GroundedSkill skill) {
    return argument(skill, false);
  }

  private Optional<String> argument(GroundedSkill skill, boolean thing) {
    return rules.template(skill).stream()
        .flatMap(template -> template.arguments().entrySet().stream())
        .filter(argument -> argument.getValue().isThing() == thing)
        .findFirst()
        .flatMap(argument -> skill.argument(argument.getKey()));
  }

  /** Whether it is about the thing in the hand, when there is one. */
  boolean isOnHeld(GroundedSkill skill) {
    return declared(skill)
        .flatMap(SkillSorts::conditions)
        .anyMatch(HandCondition.Holds.class::isInstance);
  }

  /** Whether it begins with a drive of its own, and so may begin anywhere. */
  boolean isDriving(GroundedSkill skill) {
    return declared(skill)
        .anyMatch(
            declaration ->
                declaration.effects().all().stream()
                        .anyMatch(RobotCondition.StandsAt.class::isInstance)
                    && conditions(declaration).noneMatch(SkillSorts::isOfHere));
  }

  /** Whether the hand is not as it needs it. */
  boolean isInVain(Observation observation, GroundedSkill skill) {
    WorldSketch world = WorldSketch.of(observation, vocabulary);
    Meaning bare = Meaning.of(skill.arguments());
    return declared(skill)
        .flatMap(declaration -> declaration.needs().all().stream())
        .map(Need::condition)
        .anyMatch(
            need ->
                need instanceof HandCondition.Holds
                    ? world.held().isEmpty()
                    : need instanceof HandCondition && !need.holds(world, bare));
  }

  private Stream<Declaration> declared(GroundedSkill skill) {
    return rules.template(skill).flatMap(SkillTemplate::declaration).stream();
  }

  private static boolean isOfHere(Condition condition) {
    return condition instanceof RobotCondition
        || (condition instanceof ThingCondition.IsAt at && at.where() instanceof Where.Here);
  }

  /** Every condition among the needs, those of choices one by one. */
  private static Stream<Condition> conditions(Declaration declaration) {
    return declaration.needs().all().stream()
        .map(Need::condition)
        .flatMap(
            condition ->
                condition instanceof Condition.AnyOf choice
                    ? choice.conditions().stream()
                    : Stream.of(condition));
  }
}
