package io.souschef.training.language.trial;

import io.souschef.planner.Rehearsal;
import io.souschef.planner.belief.Names;
import io.souschef.planner.dialogue.Asking;
import io.souschef.planner.dialogue.Replies;
import io.souschef.planner.program.ProgramWriter;
import io.souschef.planner.program.meaning.Meanings;
import io.souschef.planner.program.meaning.Meanings.Meaning;
import io.souschef.planner.program.meaning.Meant;
import io.souschef.planner.rehearsal.Judging;
import io.souschef.planner.rehearsal.Ranking;
import io.souschef.planner.rehearsal.Rehearsed;
import io.souschef.skills.SkillLibrary;
import io.souschef.skills.execution.Guard;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Whether rehearsing what may be meant helps to understand it: held-out requests, each in a home,
 * with what is left of the probability of a meaning that something stands in the way of.
 *
 * @param readings one for each request
 */
public record RehearsalTrial(List<Reading> readings) {

  private static final List<Double> SHARES = List.of(1.0, 0.8, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1);

  public RehearsalTrial {
    readings = List.copyOf(readings);
  }

  /**
   * What a model made of a request.
   *
   * @param all what may be meant, likeliest first
   * @param rehearsed what each of the first came to
   */
  public record Reading(Trial trial, List<Meaning> all, Map<Meaning, Rehearsed> rehearsed) {

    public Reading {
      all = List.copyOf(all);
      rehearsed = Map.copyOf(rehearsed);
    }

    private List<Meaning> ranked(double hindered) {
      Judging<Meaning> judging =
          new Judging<>(
              new Ranking(Ranking.STANDARD.rehearsed(), hindered),
              one -> rehearsed.getOrDefault(one, Rehearsed.STILL),
              event -> {});
      return Meanings.inOrder(
              judging.of(all).stream()
                  .map(judged -> judged.meaning().likely(judged.probability()))
                  .toList(),
              trial.names())
          .all();
    }

    private boolean isRight(Meaning done) {
      Names names = trial.names();
      return Meanings.fits(done.program(), trial.meant(), names)
          || !(done.acts() || trial.meant().acts());
    }
  }

  /** Lets a model read requests, and rehearses what it makes of them. */
  public static RehearsalTrial of(List<Trial> trials, ProgramWriter writer) {
    Rehearsal rehearsal = new Rehearsal(SkillLibrary.standard());
    List<Reading> readings = new ArrayList<>();
    for (Trial trial : trials) {
      List<Meaning> all =
          Meanings.of(writer.write(trial.instruction(), trial.vocabulary()), trial.names()).all();
      Map<Meaning, Rehearsed> rehearsed = new HashMap<>();
      all.stream()
          .limit(Ranking.STANDARD.rehearsed())
          .filter(Meaning::acts)
          .forEach(
              one -> rehearsed.put(one, rehearsal.of(one.program(), trial.belief(), Guard.NONE)));
      readings.add(new Reading(trial, all, rehearsed));
    }
    return new RehearsalTrial(readings);
  }

  /** What comes of it, one line for each share. */
  public String markdown() {
    StringBuilder table =
        new StringBuilder(
            """
            Held-out requests, each in a home drawn at random. Left: what is left of the probability of a meaning that something stands in the way of (1: nothing is rehearsed). \
            Never asked: the likeliest that is no question is right; won, lost: requests of these by rehearsing. Asked where unsure: done and right, done and wrong, asked about though the likeliest was right.

            | left | never asked: right | won, lost | done, right | done, wrong | asked in vain |
            |---:|---:|---:|---:|---:|---:|
            """);
    for (double share : SHARES) {
      int never = 0;
      int won = 0;
      int lost = 0;
      int right = 0;
      int wrong = 0;
      int vain = 0;
      for (Reading reading : readings) {
        List<Meaning> ranked = reading.ranked(share);
        if (ranked.isEmpty()) {
          continue;
        }
        boolean is = reading.isRight(new Asking.Never().admitted(ranked).get(0));
        boolean was = reading.isRight(new Asking.Never().admitted(reading.all()).get(0));
        never += is ? 1 : 0;
        won += is && !was ? 1 : 0;
        lost += was && !is ? 1 : 0;
        List<Meaning> admitted = Asking.usual().admitted(ranked);
        Meaning first = admitted.get(0);
        boolean goes =
            Meant.certainty(admitted) >= Asking.CONFIDENCE
                && Replies.question(first.program()).isEmpty();
        right += goes && reading.isRight(first) ? 1 : 0;
        wrong += goes && !reading.isRight(first) ? 1 : 0;
        vain += !goes && reading.isRight(first) ? 1 : 0;
      }
      table.append(
          String.format(
              Locale.ROOT,
              "| %.1f | %s | %d, %d | %s | %s | %s |%n",
              share,
              percent(never),
              won,
              lost,
              percent(right),
              percent(wrong),
              percent(vain)));
    }
    return table.append('\n').append(hindered()).toString();
  }

  private String hindered() {
    long first =
        readings.stream()
            .filter(r -> !r.all().isEmpty())
            .filter(r -> r.rehearsed().getOrDefault(r.all().get(0), Rehearsed.STILL).isHindered())
            .count();
    long wrong =
        readings.stream()
            .filter(r -> !r.all().isEmpty() && !r.isRight(r.all().get(0)))
            .filter(r -> r.rehearsed().getOrDefault(r.all().get(0), Rehearsed.STILL).isHindered())
            .count();
    return String.format(
        Locale.ROOT,
        "Something stood in the way of the likeliest meaning in %d of %d requests; in %d of those it"
            + " was not what was meant.%n",
        first,
        readings.size(),
        wrong);
  }

  private String percent(int count) {
    return String.format(Locale.ROOT, "%.1f%%", 100.0 * count / readings.size());
  }
}
