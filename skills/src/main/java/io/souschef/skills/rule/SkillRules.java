package io.souschef.skills.rule;

import io.souschef.skills.GroundedSkill;
import io.souschef.skills.SkillLibrary;
import io.souschef.skills.SkillTemplate;
import io.souschef.skills.effect.Duration;
import io.souschef.skills.effect.world.SymbolicWorld;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a library's skills need and do. Immutable and safe to share.
 *
 * <p>A skill is looked up by its template's words, and where those are another library's, by its
 * action and the names of its arguments.
 */
public final class SkillRules {

  private record Key(String action, String wording) {}

  private final Map<Key, SkillTemplate> byWording = new HashMap<>();
  private final List<SkillTemplate> templates;

  public SkillRules(SkillLibrary library) {
    templates = library.templates();
    for (SkillTemplate template : templates) {
      byWording.putIfAbsent(new Key(template.action(), template.wording()), template);
    }
  }

  /** The template that a skill is grounded from. */
  public Optional<SkillTemplate> template(GroundedSkill skill) {
    SkillTemplate exact = byWording.get(new Key(skill.action(), skill.wording()));
    if (exact != null) {
      return Optional.of(exact);
    }
    return templates.stream()
        .filter(template -> template.action().equals(skill.action()))
        .filter(template -> template.arguments().keySet().equals(skill.arguments().keySet()))
        .findFirst();
  }

  /** The skill's rule; empty where nothing is declared. */
  public Optional<Rule> rule(GroundedSkill skill) {
    return template(skill)
        .flatMap(SkillTemplate::declaration)
        .map(declaration -> new Rule(skill, declaration));
  }

  /** Whether a skill would work now. Changes nothing. */
  public Verdict check(GroundedSkill skill, SymbolicWorld world) {
    return rule(skill).map(rule -> rule.check(world)).orElseGet(Verdict.Opaque::new);
  }

  /** The same, and where it would work the world is then as it would be after it. */
  public Verdict apply(GroundedSkill skill, SymbolicWorld world) {
    return rule(skill).map(rule -> rule.apply(world)).orElseGet(Verdict.Opaque::new);
  }

  /** Robot time in seconds that a skill is expected to take from where the robot stands. */
  public double seconds(GroundedSkill skill, SymbolicWorld world) {
    return rule(skill)
        .map(rule -> rule.seconds(world))
        .orElseGet(() -> Duration.UNKNOWN.seconds(0));
  }
}
