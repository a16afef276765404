package io.souschef.app.reliability;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.souschef.app.view.ConsoleView;
import io.souschef.app.view.Ink;
import io.souschef.planner.decision.Candidate;
import io.souschef.planner.decision.Decision;
import io.souschef.planner.episode.EpisodeEvent;
import io.souschef.planner.usefulness.PlanPrompt;
import io.souschef.skills.GroundedSkill;
import io.souschef.skills.execution.Progress;
import io.souschef.skills.execution.SkillResult;
import io.souschef.skills.failure.FailureReason;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;

/** Episodes in which everything that can be said says the same words. */
final class Episodes {

  private Episodes() {}

  /** What a terminal of a width gets of them. */
  static String shown(String words, int columns) {
    StringWriter out = new StringWriter();
    ConsoleView view = new ConsoleView(new PrintWriter(out), new Ink(false, columns));
    saying(words).forEach(view);
    return out.toString();
  }

  static List<EpisodeEvent> saying(String words) {
    GroundedSkill skill = new GroundedSkill("find", words, words, Map.of());
    Candidate candidate = new Candidate(skill, -0.5, 0.6, 0.8, 0.5);
    return List.of(
        new EpisodeEvent.Started(
            words, words, words, PlanPrompt.Style.SCENE, 3, Map.of(words, words)),
        new EpisodeEvent.Decided(1, new Decision(candidate, List.of(candidate), 9)),
        new EpisodeEvent.SkillStarted(1, skill),
        new EpisodeEvent.SkillProgressed(1, new Progress(words, 0.5, 1)),
        new EpisodeEvent.RobotReported(
            JsonNodeFactory.instance
                .objectNode()
                .put("event", "command_refused")
                .put("reason", words)),
        new EpisodeEvent.SkillEnded(
            1, skill, new SkillResult.Failed(1, FailureReason.NOT_FOUND, words)),
        new EpisodeEvent.Ended(EpisodeEvent.Outcome.ERROR, words, 1));
  }
}
