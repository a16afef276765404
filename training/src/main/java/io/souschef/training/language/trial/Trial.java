package io.souschef.training.language.trial;

import io.souschef.planner.belief.Belief;
import io.souschef.planner.belief.Memory;
import io.souschef.planner.belief.Names;
import io.souschef.planner.program.Program;
import io.souschef.planner.rehearsal.ThoughtRobot;
import io.souschef.skills.execution.Guard;
import io.souschef.skills.rule.SkillRules;
import io.souschef.skills.world.Observation;
import io.souschef.skills.world.ObservedObject;
import io.souschef.skills.world.Vocabulary;
import java.util.List;

/**
 * A held-out request in a home.
 *
 * @param instruction as it is said
 * @param meant what is meant by it
 * @param vocabulary the words of the home, those of other requests among them
 * @param known what the robot perceives at first
 * @param unseen what is there beside that
 */
public record Trial(
    String instruction,
    Program meant,
    Vocabulary vocabulary,
    Observation known,
    List<ObservedObject> unseen) {

  public Trial {
    unseen = List.copyOf(unseen);
  }

  /** What the words of the home mean. */
  public Names names() {
    return new Names(vocabulary);
  }

  /** What is believed at first. */
  public Belief belief() {
    return new Belief(names(), known, new Memory());
  }

  /** A robot that begins there; every skill does what it declares. */
  public ThoughtRobot robot(SkillRules rules) {
    return new ThoughtRobot(belief(), unseen, Guard.NONE, rules);
  }
}
