package io.souschef.planner.program.draft;

import io.souschef.planner.episode.EpisodeEvent;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/** The last skills of an episode, for a model that has to go on from there. Used by one thread. */
public final class History implements Consumer<EpisodeEvent> {

  private static final int MOST = 12;

  private final Deque<String> skills = new ArrayDeque<>();

  @Override
  public void accept(EpisodeEvent event) {
    if (event instanceof EpisodeEvent.SkillEnded ended) {
      skills.add(
          ended.skill().text()
              + (ended.result().succeeded()
                  ? ""
                  : " (failed: %s)".formatted(ended.result().message())));
      if (skills.size() > MOST) {
        skills.remove();
      }
    }
  }

  /** One line. */
  public String words() {
    return skills.isEmpty() ? "Nothing was done yet." : "Done: " + String.join(", ", skills) + ".";
  }
}
