package io.souschef.planner.errand;

import io.souschef.planner.belief.Belief;
import io.souschef.planner.belief.Names;
import io.souschef.planner.program.PlaceWords;
import io.souschef.planner.program.Query;
import io.souschef.planner.program.Test;
import io.souschef.skills.effect.world.Thing;
import java.util.List;

/** What holds, and what is answered, by a belief in which enough was looked at. Stateless. */
public final class Facts {

  private Facts() {}

  /** How much must be known of things for a condition to be decided. */
  public static Inquiry.Depth depth(Test.Check check) {
    return check == Test.Check.MIN ? Inquiry.Depth.ALL : Inquiry.Depth.ONE;
  }

  /** How much must be known of things for a question to be answered. */
  public static Inquiry.Depth depth(Query.Asked asked) {
    return asked == Query.Asked.COUNT || asked == Query.Asked.WHAT
        ? Inquiry.Depth.ALL
        : Inquiry.Depth.ONE;
  }

  /**
   * Whether a condition holds.
   *
   * @param found known things that it is about; the first is spoken of from now on
   */
  public static boolean holds(Test test, List<Thing> found, Belief now, Referents referents) {
    Names names = now.names();
    boolean holds =
        switch (test.check()) {
          case EXISTS -> {
            found.stream().findFirst().ifPresent(referents::speakOf);
            yield !found.isEmpty();
          }
          case MIN -> found.size() >= test.count();
          case HOLDS ->
              now.sketch()
                  .held()
                  .filter(held -> names.kinds(test.things().orElseThrow()).contains(held.kind()))
                  .isPresent();
          case FREE -> now.held().isEmpty();
          case OPEN -> isOpen(test.place().orElseThrow(), now);
          case CLOSED -> !isOpen(test.place().orElseThrow(), now);
        };
    return holds != test.negated();
  }

  private static boolean isOpen(PlaceWords place, Belief now) {
    return now.names().places(place).stream().anyMatch(name -> now.isOpen(name).orElse(false));
  }

  /** What is in the hand, in a sentence. */
  public static String held(Belief now) {
    return now.observation()
        .held()
        .map(held -> "I hold the %s.".formatted(held.kind()))
        .orElse("My hand is empty.");
  }

  /** Whether a place is open, in a sentence. */
  public static String open(PlaceWords place, Belief now) {
    return "The %s is %s.".formatted(place.words(), isOpen(place, now) ? "open" : "closed");
  }
}
