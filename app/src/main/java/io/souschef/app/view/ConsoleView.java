package io.souschef.app.view;

import com.fasterxml.jackson.databind.JsonNode;
import io.souschef.planner.episode.EpisodeEvent;
import io.souschef.planner.episode.EpisodeEvent.Outcome;
import io.souschef.skills.execution.SkillResult;
import io.souschef.skills.text.Counted;
import io.souschef.skills.text.Shown;
import io.souschef.skills.text.Steering;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Shows an episode on a terminal as it goes. Used by one thread. */
public final class ConsoleView implements Consumer<EpisodeEvent> {

  private static final int SHOWN = 5;
  private static final String INDENT = "    ";

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
      out.println(ink.bold(ink.wrap("“" + Shown.line(started.instruction()) + "”", "")));
      out.println(
          faint(
              "say %s · can %s · prompt %s%s"
                  .formatted(
                      Shown.line(started.say()),
                      Shown.line(started.can()),
                      started.style().name().toLowerCase(Locale.ROOT),
                      settings(started))));
    } else if (event instanceof EpisodeEvent.Drafted drafted) {
      show(drafted);
    } else if (event instanceof EpisodeEvent.Planned planned) {
      show(planned);
    } else if (event instanceof EpisodeEvent.Reached reached) {
      out.println();
      out.println(ink.bold("▸ " + Shown.line(reached.statement().replace("\n", " "))));
    } else if (event instanceof EpisodeEvent.Judged judged) {
      judged
          .judgements()
          .forEach(
              judgement ->
                  out.println(
                      "  "
                          + ink.faint(
                              Ink.shorten(Conversation.words(judgement), ink.columns() - 3))));
    } else if (event instanceof EpisodeEvent.Ordered ordered) {
      out.println(faint(Conversation.words(ordered)));
    } else if (event instanceof EpisodeEvent.Told told) {
      out.println(ink.wrap("“" + Shown.line(told.words()) + "”", "  "));
    } else if (event instanceof EpisodeEvent.Asked asked) {
      out.println(
          ink.wrap(
              "? "
                  + Shown.line(asked.question())
                  + asked.answer().map(words -> " — " + Shown.line(words)).orElse(""),
              "  "));
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

  /** A program that a model wrote: one line where it passed, with its mistakes where it did not. */
  private void show(EpisodeEvent.Drafted drafted) {
    String what =
        (drafted.sample() == 0 ? "mend" : "draft " + drafted.sample())
            + (drafted.attempt() == 1 ? "" : ", attempt " + drafted.attempt());
    String script = Shown.line(drafted.script().replace("\n", " "));
    if (drafted.mistakes().isEmpty()) {
      out.println("  " + ink.faint(Ink.shorten(what + " ✓ " + script, ink.columns() - 3)));
      return;
    }
    out.println("  " + ink.faint(Ink.shorten(what + " ✗ " + script, ink.columns() - 3)));
    drafted
        .mistakes()
        .forEach(mistake -> out.println(INDENT + ink.wrap(Shown.line(mistake), INDENT)));
  }

  private static String settings(EpisodeEvent.Started started) {
    return started.settings().entrySet().stream()
        .map(entry -> Shown.line(" · " + entry.getKey() + " " + entry.getValue()))
        .collect(Collectors.joining());
  }

  /** What was understood: the likeliest program, and how likely it is. */
  private void show(EpisodeEvent.Planned planned) {
    if (planned.meanings().isEmpty()) {
      return;
    }
    EpisodeEvent.Understood best = planned.meanings().get(0);
    out.println();
    out.println(
        ink.bold("Understood ")
            + faint(String.format(Locale.ROOT, "p = %.2f", best.probability())));
    for (String line : best.script().split("\n")) {
      out.println("  " + Shown.line(line));
    }
  }

  private void show(EpisodeEvent.Decided decided) {
    phase = "";
    out.println();
    new DecisionView(out, ink).show(decided, SHOWN);
  }

  private String faint(String text) {
    return "  " + ink.faint(ink.wrap(text, "  "));
  }

  private void show(EpisodeEvent.SkillProgressed progressed) {
    if (ink.colours()) {
      String line =
          String.format(
              Locale.ROOT,
              "    %s %4.1f s %s",
              Ink.bar(progressed.progress().fraction(), 12),
              progressed.progress().elapsedS(),
              Shown.line(progressed.progress().phase()));
      out.print(Steering.clearedLine() + Ink.shorten(line, ink.columns() - 1));
    } else if (!phase.equals(progressed.progress().phase())) {
      phase = progressed.progress().phase();
      out.println("    … " + Shown.line(phase));
    }
  }

  private void show(SkillResult result) {
    String clear = ink.colours() ? Steering.clearedLine() : "";
    String mark = result.succeeded() ? ink.green("✓") : ink.red("✗");
    String took = String.format(Locale.ROOT, " (%.1f s)", result.durationS());
    out.println(
        "%s    %s %s"
            .formatted(clear, mark, ink.wrap(Shown.line(result.message()) + took, INDENT + "  ")));
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
    out.println(ink.red(INDENT + "! " + ink.wrap(Shown.line(text), INDENT + "  ")));
  }

  private void show(EpisodeEvent.Ended ended) {
    out.println();
    boolean good = ended.outcome() == Outcome.DONE;
    String steps = Counted.of(ended.steps(), "step");
    String text =
        good
            ? "✓ Done after " + steps
            : "✗ " + ink.wrap(Shown.line(ended.message()) + " (after " + steps + ")", "  ");
    out.println(good ? ink.green(ink.bold(text)) : ink.red(ink.bold(text)));
  }
}
