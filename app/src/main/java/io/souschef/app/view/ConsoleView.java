package io.souschef.app.view;

import com.fasterxml.jackson.databind.JsonNode;
import io.souschef.planner.decision.Candidate;
import io.souschef.planner.decision.Decision;
import io.souschef.planner.episode.EpisodeEvent;
import io.souschef.planner.episode.EpisodeEvent.Outcome;
import io.souschef.skills.execution.SkillResult;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.Consumer;

/** Shows an episode on a terminal as it goes. Used by one thread. */
public final class ConsoleView implements Consumer<EpisodeEvent> {

  private static final int SHOWN = 5;
  private static final int BAR = 12;

  private final PrintWriter out;
  private final Ink ink;
  private String phase = "";

  public ConsoleView(PrintWriter out, Ink ink) {
    this.out = out;
    this.ink = ink;
  }

  @Override
  public void accept(EpisodeEvent event) {
    if (event instanceof EpisodeEvent.Started started) {
      out.println(ink.bold("“" + started.instruction() + "”"));
      out.println(
          ink.faint(
              "  say %s · can %s · prompt %s · %s"
                  .formatted(
                      started.say(),
                      started.can(),
                      started.style().name().toLowerCase(Locale.ROOT),
                      started.settings())));
    } else if (event instanceof EpisodeEvent.Decided decided) {
      show(decided);
    } else if (event instanceof EpisodeEvent.SkillProgressed progressed) {
      show(progressed);
    } else if (event instanceof EpisodeEvent.SkillEnded ended) {
      show(ended.result());
    } else if (event instanceof EpisodeEvent.RobotReported reported) {
      show(reported.report());
    } else if (event instanceof EpisodeEvent.Ended ended) {
      show(ended);
    }
    out.flush();
  }

  private void show(EpisodeEvent.Decided decided) {
    phase = "";
    out.println();
    out.println(ink.bold("Step " + decided.step()) + ink.faint("  " + counts(decided.decision())));
    decided.decision().candidates().stream().limit(SHOWN).forEach(c -> show(c, decided));
  }

  private static String counts(Decision decision) {
    int scored = decision.candidates().size();
    return scored == decision.skills()
        ? "%d skills".formatted(scored)
        : "%d of %d skills scored, the others cannot win".formatted(scored, decision.skills());
  }

  private void show(Candidate candidate, EpisodeEvent.Decided decided) {
    boolean chosen = candidate.equals(decided.decision().chosen());
    String text = "%-34s".formatted(shorten(candidate.skill().text(), 34));
    out.println(
        "  %s %s say %s %s  can %s %s  = %s %s"
            .formatted(
                chosen ? ink.green("▶") : " ",
                chosen ? ink.bold(text) : text,
                ink.blue(Ink.bar(candidate.say(), BAR)),
                Ink.number(candidate.say()),
                ink.red(Ink.bar(candidate.can(), BAR)),
                Ink.number(candidate.can()),
                ink.green(Ink.bar(candidate.combined(), BAR)),
                Ink.number(candidate.combined())));
  }

  private void show(EpisodeEvent.SkillProgressed progressed) {
    if (ink.colours()) {
      out.print(
          "\r\u001b[K    %s %s %4.1f s"
              .formatted(
                  Ink.bar(progressed.progress().fraction(), BAR),
                  progressed.progress().phase(),
                  progressed.progress().elapsedS()));
    } else if (!phase.equals(progressed.progress().phase())) {
      phase = progressed.progress().phase();
      out.println("    … " + phase);
    }
  }

  private void show(SkillResult result) {
    String clear = ink.colours() ? "\r\u001b[K" : "";
    String mark = result.succeeded() ? ink.green("✓") : ink.red("✗");
    out.println(
        "%s    %s %s %s"
            .formatted(
                clear,
                mark,
                result.message(),
                ink.faint("(%.1f s)".formatted(result.durationS()))));
  }

  /** Only what a person beside the robot must know. */
  private void show(JsonNode report) {
    switch (report.path("event").asText()) {
      case "robot_armed" -> out.println(ink.red("  the robot is armed: it will move"));
      case "command_refused" -> warn(report.path("reason").asText());
      case "perception_doubted" -> warn(report.path("what").asText());
      case "link_changed" -> warn(report.path("message").asText());
      case "robot_stopped", "robot_stopped_later" -> {
        warn("stopped " + report.path("reason").asText());
        for (JsonNode open : report.path("unconfirmed")) {
          warn("NOT confirmed as stopped: " + open.asText());
        }
      }
      default -> {}
    }
  }

  private void warn(String text) {
    out.println(ink.red("    ! " + text));
  }

  private void show(EpisodeEvent.Ended ended) {
    out.println();
    boolean good = ended.outcome() == Outcome.DONE;
    String text =
        "%s after %d step%s"
            .formatted(
                good ? "Done" : ended.message(), ended.steps(), ended.steps() == 1 ? "" : "s");
    out.println(good ? ink.green(ink.bold(text)) : ink.red(ink.bold(text)));
  }

  private static String shorten(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length - 1) + "…";
  }
}
