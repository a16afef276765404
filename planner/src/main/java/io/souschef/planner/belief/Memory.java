package io.souschef.planner.belief;

import io.souschef.skills.GroundedSkill;
import io.souschef.skills.execution.Guard;
import io.souschef.skills.execution.SkillResult;
import io.souschef.skills.failure.FailureReason;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a robot did in an episode and what it learned by it. Used by one thread. */
public final class Memory {

  private final Set<String> looked = new LinkedHashSet<>();
  private final Set<String> full = new HashSet<>();
  private final Set<String> hopeless = new HashSet<>();
  private final Map<GroundedSkill, Integer> failures = new HashMap<>();
  private final Set<String> opened = new LinkedHashSet<>();
  private final Set<String> forbidden = new LinkedHashSet<>();

  /** Places that were looked into or at on purpose. */
  public Set<String> looked() {
    return looked;
  }

  /** Places that took nothing more. */
  public Set<String> full() {
    return full;
  }

  /** Ids of things that could not be had. */
  public Set<String> hopeless() {
    return hopeless;
  }

  /** Doors that the robot itself opened and has not closed since. */
  public Set<String> opened() {
    return opened;
  }

  /** What stood in the way of a plan that would have worked: sentences of the robot's guard. */
  public Set<String> forbidden() {
    return forbidden;
  }

  /** Words, and the rules that stood in the way of what they tell and that they do not name. */
  public String withRules(String words, String between) {
    return Stream.concat(Stream.of(words), forbidden.stream().filter(rule -> !words.contains(rule)))
        .collect(Collectors.joining(between));
  }

  /** Remembers a rule, in its words, that stood in the way. */
  public void forbid(String words) {
    forbidden.add(Guard.sentence(words));
  }

  /** How often a skill failed since anything changed. */
  public int failures(GroundedSkill skill) {
    return failures.getOrDefault(skill, 0);
  }

  /** Remembers how a skill went. */
  public void note(GroundedSkill skill, SkillResult result) {
    String place = skill.place().orElse("");
    if (result.succeeded()) {
      failures.remove(skill);
      switch (skill.action()) {
        case "open" -> {
          opened.add(place);
          looked.remove(place);
        }
        case "close" -> opened.remove(place);
        default -> {}
      }
    } else if (result instanceof SkillResult.Failed failed) {
      failures.merge(skill, 1, Integer::sum);
      if (failed.reason() == FailureReason.FORBIDDEN) {
        forbidden.add(failed.message());
      }
      if (failed.reason() == FailureReason.NO_ROOM) {
        full.add(place);
      }
    }
  }
}
