package io.souschef.training.language.corpus.episode;

import io.souschef.skills.GroundedSkill;
import io.souschef.skills.effect.condition.Meaning;
import io.souschef.skills.rule.Rule;
import io.souschef.skills.rule.SkillRules;
import io.souschef.training.language.corpus.scene.Thing;
import io.souschef.training.language.corpus.scene.World;
import io.souschef.training.language.corpus.scene.WorldFacts;
import io.souschef.training.language.corpus.wording.SkillWords;
import io.souschef.training.language.text.lexicon.Spot;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lets skills happen in a training world, by what their library declares. Used by one thread. */
final class Acts {

  private final World world;
  private final WorldFacts facts;
  private final SkillWords words;
  private final SkillRules rules;

  Acts(World world, SkillWords words) {
    this.world = world;
    this.facts = new WorldFacts(world);
    this.words = words;
    this.rules = words.rules();
  }

  void happen(String action, Thing thing) {
    happen(action, List.of(thing), Optional.empty());
  }

  void happen(String action, Spot place) {
    happen(action, List.of(), Optional.of(place));
  }

  void happen(String action, Thing thing, Spot place) {
    happen(action, List.of(thing), Optional.of(place));
  }

  void happen(String action, Thing thing, Thing other) {
    happen(action, List.of(thing, other), Optional.empty());
  }

  /** The skill that takes no argument but leads to a person. */
  void bring(Spot person) {
    facts.mention(person);
    run(words.bringSkill(), List.of());
  }

  private void happen(String action, List<Thing> things, Optional<Spot> place) {
    place.ifPresent(facts::mention);
    Optional.ofNullable(world.at).ifPresent(facts::mention);
    things.forEach(thing -> facts.mention(thing.place));
    run(
        words.skill(
            action, things.stream().map(thing -> thing.noun).toList(), place.stream().toList()),
        things);
  }

  private void run(GroundedSkill skill, List<Thing> things) {
    Rule rule =
        rules
            .rule(skill)
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "Nothing is declared of '%s'; training needs its effects"
                            .formatted(skill)));
    Map<String, io.souschef.skills.effect.world.Thing> meant = new HashMap<>();
    List<String> names = List.of("object", "other");
    for (int i = 0; i < things.size(); i++) {
      meant.put(names.get(i), facts.thing(things.get(i)));
    }
    rule.bringAbout(facts, new Meaning(skill.arguments(), meant));
  }
}
