package io.souschef.planner.program.run;

import io.souschef.planner.program.Act;
import io.souschef.planner.program.Query;
import io.souschef.planner.program.Reply;
import io.souschef.planner.program.Test;
import io.souschef.planner.program.Things;
import io.souschef.skills.GroundedSkill;
import java.util.List;
import java.util.Optional;

/**
 * What carries out the parts of a program: the planner on a robot, or a rehearsal in what it
 * believes. Used by one thread.
 */
public interface Executive {

  /** Does something; returns when it is done or cannot be done. */
  Achievement perform(Act act);

  /** Runs one skill as it is, with nothing that would lead up to it. */
  Achievement perform(GroundedSkill skill);

  /** Whether something holds; looks where it must to find out. */
  boolean holds(Test test);

  /** How many of these there are; looks where it must to find out. */
  int count(Things things);

  /**
   * Each of these that is known after looking, as things that {@link #perform} understands, nearest
   * first.
   */
  List<Things> each(Things things);

  /** Answers a question about the kitchen in a sentence, after looking, and tells it. */
  String answer(Query query);

  /** Answers where nothing is moved. */
  void reply(Reply reply);

  /** Tells the person something. */
  void tell(String words);

  /**
   * Asks the person.
   *
   * @param options what may be answered; anything where there are none
   * @return empty when nobody answers
   */
  Optional<String> ask(String question, List<String> options);

  /**
   * How an act went.
   *
   * @param achieved whether what was wanted is so now
   * @param message one sentence
   */
  record Achievement(boolean achieved, String message) {}
}
