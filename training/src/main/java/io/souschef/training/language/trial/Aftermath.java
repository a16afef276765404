package io.souschef.training.language.trial;

import io.souschef.planner.belief.Names;
import io.souschef.planner.program.Act;
import io.souschef.planner.program.Branch;
import io.souschef.planner.program.Statement;
import io.souschef.skills.effect.world.Thing;
import io.souschef.skills.effect.world.WorldSketch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * What an episode left behind, as far as the request cares: how many things of which sort are
 * where, and what was opened, wiped or gone to. Things that would do equally well are of one sort.
 */
record Aftermath(Map<String, Integer> things, Set<String> facts) {

  static Aftermath of(Trial trial, WorldSketch world) {
    Names names = trial.names();
    List<Act> acts = new ArrayList<>();
    acts(trial.meant().statements(), acts);
    Map<String, String> sorts = new HashMap<>();
    for (int i = 0; i < acts.size(); i++) {
      String sort = " " + i;
      acts.get(i)
          .things()
          .ifPresent(
              said -> names.kinds(said).forEach(kind -> sorts.merge(kind, sort, String::concat)));
    }
    Map<String, Integer> counts = new TreeMap<>();
    for (Thing thing : world.things()) {
      boolean held = world.held().filter(thing::equals).isPresent();
      String where = held ? "the hand" : Objects.requireNonNullElse(thing.where(), "nowhere");
      counts.merge(sorts.getOrDefault(thing.kind(), thing.kind()) + " @ " + where, 1, Integer::sum);
    }
    Set<String> facts = new HashSet<>();
    for (Act act : acts) {
      switch (act.verb()) {
        case OPEN, CLOSE ->
            act.place()
                .map(names::places)
                .orElse(List.of())
                .forEach(place -> facts.add(place + " open: " + world.isOpen(place)));
        case WIPE ->
            act.place()
                .map(names::places)
                .orElse(List.of())
                .forEach(place -> facts.add(place + " wiped: " + world.isWiped(place)));
        case VISIT, FIND -> facts.add("at " + world.robotAt().orElse("no place"));
        case UPRIGHT, KNOCK ->
            world.things().stream()
                .filter(thing -> sorts.containsKey(thing.kind()))
                .forEach(thing -> facts.add(thing.id() + " stands: " + thing.upright()));
        default -> {}
      }
    }
    return new Aftermath(counts, facts);
  }

  private static void acts(List<Statement> statements, List<Act> acts) {
    for (Statement statement : statements) {
      if (statement instanceof Act act) {
        acts.add(act);
      } else if (statement instanceof Branch branch) {
        acts(branch.then(), acts);
        acts(branch.otherwise(), acts);
      }
    }
  }
}
