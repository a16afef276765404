package io.souschef.planner.errand;

import io.souschef.planner.belief.Belief;
import io.souschef.planner.program.Act;
import io.souschef.planner.program.PlaceWords;
import io.souschef.planner.search.Way;
import io.souschef.skills.GroundedSkill;
import io.souschef.skills.effect.world.Thing;
import io.souschef.skills.effect.world.WorldSketch;
import io.souschef.skills.execution.SkillResult;
import io.souschef.skills.world.Place;
import io.souschef.skills.world.Vocabulary.Kind;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** An act about a place alone: visit, open, close, wipe; or letting go of what is in the hand. */
final class PlaceErrand implements Errand {

  private static final String ABSORBENT = "absorbent";

  private final Act act;
  private final Ways ways;
  private @Nullable String place;
  private int left;
  private boolean reached;
  private String lastFailure = "";

  PlaceErrand(Act act, Ways ways) {
    this.act = act;
    this.ways = ways;
  }

  @Override
  public Step next(Belief now) {
    if (act.place().isEmpty()) {
      return release(now);
    }
    PlaceWords words = act.place().get();
    if (place == null) {
      List<String> places = worthIt(now, now.names().places(words));
      if (places.isEmpty()) {
        return new Step.End(
            false, "I know no place here that is called '%s'".formatted(words.words()));
      }
      if (places.size() > 1 && !words.isAny()) {
        return Errand.which(
            words.words(),
            places,
            Optional.of(act.verb().word()),
            places.stream().min(Comparator.comparingDouble(now.sketch()::distanceTo)));
      }
      WorldSketch sketch = now.sketch();
      place = places.stream().min(Comparator.comparingDouble(sketch::distanceTo)).orElseThrow();
    }
    return toward(now, place);
  }

  /** Of several doors the one that is as it has to be for the act to make sense, if it is one. */
  private List<String> worthIt(Belief now, List<String> places) {
    if (act.verb() != Act.Verb.OPEN && act.verb() != Act.Verb.CLOSE) {
      return places;
    }
    boolean open = act.verb() == Act.Verb.CLOSE;
    List<String> sensible =
        places.stream().filter(p -> now.isOpen(p).filter(is -> is == open).isPresent()).toList();
    return sensible.size() == 1 ? sensible : places;
  }

  private Step toward(Belief now, String target) {
    boolean closable =
        now.names()
            .vocabulary()
            .place(target)
            .filter(p -> p.kind() == Place.Kind.CLOSABLE)
            .isPresent();
    return switch (act.verb()) {
      case OPEN, CLOSE -> {
        boolean open = act.verb() == Act.Verb.OPEN;
        if (!closable) {
          yield new Step.End(
              false, "The %s has nothing to %s".formatted(target, act.verb().word()));
        }
        boolean here = now.sketch().robotAt().filter(target::equals).isPresent();
        boolean seen = here || now.memory().looked().contains(target);
        // How a door stands is only known to who stood before it.
        Optional<Boolean> known = now.isOpen(target).filter(is -> is != open || seen);
        if (known.filter(is -> is == open).isPresent()) {
          yield new Step.End(true, "The %s is %s".formatted(target, open ? "open" : "closed"));
        }
        if (known.isEmpty() && !open && now.sketch().robotAt().filter(target::equals).isEmpty()) {
          Step approach =
              go(
                  now,
                  List.of(),
                  world -> world.robotAt().filter(target::equals).isPresent(),
                  target);
          left = 0; // to stand before it is not yet what was wanted
          yield approach;
        }
        if (!open && known.isEmpty() && !reached) {
          Optional<Way> shut = ways.toShut(now, target);
          if (shut.filter(way -> !way.skills().isEmpty()).isPresent()) {
            left = shut.get().skills().size();
            yield Ways.first(shut.get());
          }
        }
        if (reached) {
          yield new Step.End(true, "The %s is %s".formatted(target, open ? "open" : "closed"));
        }
        yield go(now, List.of(), world -> world.isOpen(target) == open, target);
      }
      case WIPE -> wipe(now, target);
      default -> {
        if (now.sketch().robotAt().filter(target::equals).isPresent()) {
          yield new Step.End(true, "I am at the %s".formatted(target));
        }
        yield go(
            now, List.of(), world -> world.robotAt().filter(target::equals).isPresent(), target);
      }
    };
  }

  private Step wipe(Belief now, String target) {
    if (reached) {
      return new Step.End(true, "The %s is wiped".formatted(target));
    }
    List<String> kinds =
        now.names().vocabulary().kinds().stream()
            .filter(kind -> kind.attributes().contains(ABSORBENT))
            .map(Kind::noun)
            .toList();
    List<Thing> known =
        now.things(kinds).filter(t -> !now.memory().hopeless().contains(t.id())).toList();
    if (known.isEmpty() && now.sketch().held().filter(h -> h.mayBe(ABSORBENT)).isEmpty()) {
      Optional<Step> look = Looking.next(now, ways, now.unlooked(List.of()));
      return look.orElseGet(
          () ->
              new Step.End(
                  false,
                  "I looked everywhere and saw nothing to wipe the %s with".formatted(target)));
    }
    return go(
        now,
        known.stream().map(Thing::kind).distinct().toList(),
        world -> world.isWiped(target),
        target);
  }

  private Step release(Belief now) {
    if (now.observation().held().isEmpty()) {
      return new Step.End(true, "My hand is empty");
    }
    return go(now, List.of(), world -> world.held().isEmpty(), "");
  }

  private Step go(Belief now, List<String> kinds, Predicate<WorldSketch> wanted, String target) {
    List<String> places =
        now.things(kinds).flatMap(thing -> thing.place().stream()).distinct().toList();
    List<String> all =
        java.util.stream.Stream.concat(places.stream(), java.util.stream.Stream.of(target))
            .toList();
    Optional<Way> way = ways.to(now, kinds, all, wanted);
    if (way.isEmpty()) {
      return new Step.End(
          false,
          "I cannot %s%s"
              .formatted(
                  act.verb().word() + (target.isEmpty() ? "" : " the " + target),
                  lastFailure.isEmpty() ? "" : ": " + lastFailure));
    }
    left = way.get().skills().size();
    return left == 0 ? new Step.End(true, "It is so already") : Ways.first(way.get());
  }

  @Override
  public void happened(GroundedSkill skill, SkillResult result, Belief now) {
    if (result.succeeded()) {
      reached |= left == 1;
    } else {
      lastFailure = result.message();
    }
    Looking.note(now, result);
  }

  @Override
  public void answered(String option) {
    place = option;
  }
}
