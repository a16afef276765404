package io.souschef.planner.course;

import io.souschef.planner.belief.Belief;
import io.souschef.planner.errand.Errand;
import io.souschef.planner.errand.Facts;
import io.souschef.planner.errand.Inquiry;
import io.souschef.planner.errand.Referents;
import io.souschef.planner.errand.Step;
import io.souschef.planner.errand.Ways;
import io.souschef.planner.program.Act;
import io.souschef.planner.program.PlaceWords;
import io.souschef.planner.program.Query;
import io.souschef.planner.program.Test;
import io.souschef.planner.program.Things;
import io.souschef.skills.GroundedSkill;
import io.souschef.skills.execution.SkillResult;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finding out what a condition or a question is about, skill by skill. Used by one thread. */
final class Look {

  private final @Nullable Inquiry inquiry;
  private final Deque<Errand> visits = new ArrayDeque<>();

  private Look(@Nullable Inquiry inquiry) {
    this.inquiry = inquiry;
  }

  static Look at(Test test, Belief now, Ways ways, Referents referents) {
    return switch (test.check()) {
      case EXISTS, MIN -> new Look(of(test.things(), Facts.depth(test.check()), ways, referents));
      case HOLDS, FREE -> new Look(null);
      case OPEN, CLOSED -> atDoors(test.place(), now, ways);
    };
  }

  static Look at(Query query, Belief now, Ways ways, Referents referents) {
    return switch (query.asked()) {
      case HELD -> new Look(null);
      case OPEN -> atDoors(query.place(), now, ways);
      case COUNT, WHAT, WHERE, WHETHER ->
          new Look(of(query.things(), Facts.depth(query.asked()), ways, referents));
    };
  }

  private static Inquiry of(
      Optional<Things> things, Inquiry.Depth depth, Ways ways, Referents referents) {
    return new Inquiry(things.orElseThrow(), depth, ways, referents);
  }

  private static Look atDoors(Optional<PlaceWords> place, Belief now, Ways ways) {
    Look look = new Look(null);
    now.names().places(place.orElseThrow()).stream()
        .filter(name -> now.isOpen(name).isEmpty())
        .forEach(name -> look.visits.add(Errand.of(visit(name), ways, new Referents())));
    return look;
  }

  private static Act visit(String place) {
    return Act.visit(PlaceWords.named(place));
  }

  /** The next skill of looking; empty when enough is known. */
  Optional<GroundedSkill> next(Belief now) {
    Inquiry about = inquiry;
    if (about != null) {
      return about
          .next(now)
          .filter(Step.Go.class::isInstance)
          .map(step -> ((Step.Go) step).skill());
    }
    while (!visits.isEmpty()) {
      if (visits.peek().next(now) instanceof Step.Go go) {
        return Optional.of(go.skill());
      }
      visits.remove();
    }
    return Optional.empty();
  }

  void happened(GroundedSkill skill, SkillResult result, Belief now) {
    Inquiry about = inquiry;
    if (about != null) {
      about.happened(result, now);
    } else if (!visits.isEmpty()) {
      visits.peek().happened(skill, result, now);
    }
  }

  /** Whether a condition holds, once nothing is left to look at. */
  boolean holds(Test test, Belief now, Referents referents) {
    Inquiry about = inquiry;
    return Facts.holds(test, about == null ? List.of() : about.found(now), now, referents);
  }

  /** The answer to a question in a sentence, once nothing is left to look at. */
  String answer(Query query, Belief now) {
    Inquiry about = inquiry;
    if (about != null) {
      return about.answer(query.asked(), now);
    }
    return query.asked() == Query.Asked.HELD
        ? Facts.held(now)
        : Facts.open(query.place().orElseThrow(), now);
  }
}
