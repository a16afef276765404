package io.souschef.planner.course;

import io.souschef.planner.belief.Belief;
import io.souschef.planner.belief.Memory;
import io.souschef.planner.belief.Names;
import io.souschef.planner.dialogue.Answer;
import io.souschef.planner.dialogue.Replies;
import io.souschef.planner.errand.Errand;
import io.souschef.planner.errand.Referents;
import io.souschef.planner.errand.Step;
import io.souschef.planner.errand.Ways;
import io.souschef.planner.program.Act;
import io.souschef.planner.program.Branch;
import io.souschef.planner.program.Program;
import io.souschef.planner.program.Query;
import io.souschef.planner.program.Reply;
import io.souschef.planner.program.Statement;
import io.souschef.planner.search.WayFinder;
import io.souschef.skills.GroundedSkill;
import io.souschef.skills.effect.world.WorldSketch;
import io.souschef.skills.execution.SkillResult;
import io.souschef.skills.world.Observation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A program that is followed while the robot does whatever it does: it says what it would do next,
 * and is told what was done, be it that or something else. Statements come in their order. Used by
 * one thread.
 */
public final class Course {

  private final Names names;
  private final Ways ways;
  private final Memory memory = new Memory();
  private final Referents referents = new Referents();
  private final List<Statement> left;
  private final List<String> told = new ArrayList<>();
  private final List<String> failures = new ArrayList<>();
  private @Nullable Errand errand;
  private @Nullable Look look;
  private @Nullable GroundedSkill wanted;
  private Step.@Nullable Which asked;
  private boolean refused;
  private boolean ruledOut;

  /** Begins a program. */
  public Course(Program program, Names names, WayFinder finder) {
    this.names = names;
    this.ways = new Ways(finder, place -> false);
    this.left = new ArrayList<>(program.statements());
  }

  /** What it needs next, as things are now. */
  public Next next(Observation observation) {
    Belief now = new Belief(names, observation, memory);
    wanted = null;
    while (!left.isEmpty()) {
      Optional<Next> next = next(left.get(0), now);
      if (next.isPresent()) {
        wanted = next.get() instanceof Next.Skill skill ? skill.skill() : null;
        return next.get();
      }
    }
    return new Next.Over();
  }

  /** What the first statement needs; empty when it is over, and taken away. */
  private Optional<Next> next(Statement statement, Belief now) {
    if (statement instanceof Act act) {
      return next(act, now);
    }
    if (statement instanceof Branch branch) {
      Look at = looking(() -> Look.at(branch.test(), now, ways, referents));
      Optional<GroundedSkill> skill = at.next(now);
      if (skill.isEmpty()) {
        boolean holds = at.holds(branch.test(), now, referents);
        finish();
        left.addAll(0, holds ? branch.then() : branch.otherwise());
      }
      return skill.map(Next.Skill::new);
    }
    if (statement instanceof Query query) {
      Look at = looking(() -> Look.at(query, now, ways, referents));
      Optional<GroundedSkill> skill = at.next(now);
      if (skill.isEmpty()) {
        told.add(memory.withRules(at.answer(query, now), " "));
        finish();
      }
      return skill.map(Next.Skill::new);
    }
    if (statement instanceof Reply reply) {
      told.add(Replies.words(reply.manner()));
      refused |= reply.manner() == Reply.Manner.REFUSE || reply.manner() == Reply.Manner.CANNOT;
    }
    finish();
    return Optional.empty();
  }

  private Optional<Next> next(Act act, Belief now) {
    Errand doing = errand;
    if (doing == null) {
      doing = Errand.of(act, ways, referents);
      errand = doing;
      memory.forbidden().clear();
    }
    Step step = doing.next(now);
    if (step instanceof Step.Which which) {
      asked = which;
      return Optional.of(new Next.Question(which.question(), which.options(), which.otherwise()));
    }
    if (step instanceof Step.Go go) {
      return Optional.of(new Next.Skill(go.skill()));
    }
    Step.End end = (Step.End) step;
    if (!end.achieved()) {
      ruledOut |= !memory.forbidden().isEmpty();
      failures.add(memory.withRules(end.message(), "; "));
    }
    finish();
    return Optional.empty();
  }

  private Look looking(Supplier<Look> begin) {
    Look at = look;
    if (at == null) {
      memory.forbidden().clear();
      at = begin.get();
      look = at;
    }
    return at;
  }

  private void finish() {
    left.remove(0);
    errand = null;
    look = null;
  }

  /**
   * Tells what was done.
   *
   * @param after what is perceived since
   */
  public void happened(GroundedSkill skill, SkillResult result, Observation after) {
    memory.note(skill, result);
    Belief now = new Belief(names, after, memory);
    if (!skill.equals(wanted)) {
      // Something else was done: what is seen by it is seen, and the next thought begins from
      // there.
      WorldSketch sketch = now.sketch();
      if (result.succeeded()) {
        sketch.robotAt().filter(sketch::isOpen).ifPresent(memory.looked()::add);
      }
      return;
    }
    Errand doing = errand;
    Look at = look;
    if (doing != null) {
      doing.happened(skill, result, now);
    } else if (at != null) {
      at.happened(skill, result, now);
    }
  }

  /**
   * Takes the person's answer to its question.
   *
   * @return false where it is none of what may be answered
   */
  public boolean answered(String words) {
    Step.Which which = asked;
    Errand doing = errand;
    if (which == null || doing == null) {
      return false;
    }
    Optional<String> option =
        which.options().contains(words)
            ? Optional.of(words)
            : new Answer(words).among(which.options(), names);
    option.ifPresent(
        chosen -> {
          doing.answered(chosen);
          asked = null;
        });
    return option.isPresent();
  }

  /** What was wanted and could not be had, a sentence each. */
  public List<String> failures() {
    return List.copyOf(failures);
  }

  /** What is to be told, in order. */
  public List<String> told() {
    return List.copyOf(told);
  }

  /** The first statement that is not done yet. */
  public Optional<Statement> current() {
    return left.stream().findFirst();
  }

  /** Whether it says that the request, or a part of it, is refused. */
  public boolean isRefused() {
    return refused;
  }

  /** Whether a rule of the robot's guard kept an act from being done. */
  public boolean isRuledOut() {
    return ruledOut;
  }
}
