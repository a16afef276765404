package io.souschef.planner.course;

import io.souschef.planner.belief.Names;
import io.souschef.planner.program.meaning.Meanings.Meaning;
import io.souschef.planner.search.WayFinder;
import io.souschef.skills.GroundedSkill;
import io.souschef.skills.execution.SkillResult;
import io.souschef.skills.world.Observation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What may be meant, followed side by side: how likely each skill is the next of the cheapest way
 * to what is meant. Used by one thread.
 */
public final class Courses {

  private static final GroundedSkill DONE =
      new GroundedSkill(GroundedSkill.DONE, GroundedSkill.DONE, GroundedSkill.DONE, Map.of());

  private final List<Course> courses = new ArrayList<>();
  private final List<Double> weights = new ArrayList<>();

  /**
   * Begins.
   *
   * @param meanings the one that leads first: it alone asks the person; not empty
   */
  public Courses(List<Meaning> meanings, Names names, WayFinder finder) {
    double sum = meanings.stream().mapToDouble(Meaning::probability).sum();
    for (Meaning meaning : meanings) {
      courses.add(new Course(meaning.program(), names, finder));
      weights.add(sum > 0 ? meaning.probability() / sum : 1.0 / meanings.size());
    }
  }

  /** The likeliest. */
  public Course leading() {
    return courses.get(0);
  }

  /**
   * How likely each skill is the next, {@code done} among them.
   *
   * @param ask answers a question of the leading one: with one of its options
   */
  public Map<GroundedSkill, Double> shares(Observation now, Function<Next.Question, String> ask) {
    Map<GroundedSkill, Double> shares = new LinkedHashMap<>();
    for (int i = 0; i < courses.size(); i++) {
      Course course = courses.get(i);
      Next next = course.next(now);
      while (next instanceof Next.Question question && answer(course, question, i == 0, ask)) {
        next = course.next(now);
      }
      if (next instanceof Next.Skill skill) {
        shares.merge(skill.skill(), weights.get(i), Double::sum);
      } else if (next instanceof Next.Over) {
        shares.merge(DONE, weights.get(i), Double::sum);
      }
    }
    return shares;
  }

  /** Others than the leading one take what comes first: nobody is asked what is hardly meant. */
  private static boolean answer(
      Course course, Next.Question question, boolean leads, Function<Next.Question, String> ask) {
    if (leads) {
      return course.answered(ask.apply(question));
    }
    return question
        .otherwise()
        .or(() -> question.options().stream().findFirst())
        .filter(course::answered)
        .isPresent();
  }

  /** Tells all of them what was done. */
  public void happened(GroundedSkill skill, SkillResult result, Observation after) {
    courses.forEach(course -> course.happened(skill, result, after));
  }
}
