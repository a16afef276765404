package io.souschef.planner;

import io.souschef.planner.affordance.AffordanceFunction;
import io.souschef.planner.dialogue.Asking;
import io.souschef.planner.dialogue.User;
import io.souschef.planner.episode.EarlyEnd;
import io.souschef.planner.episode.EpisodeEvent;
import io.souschef.planner.episode.EpisodeListener;
import io.souschef.planner.search.WayFinder;
import io.souschef.planner.usefulness.PlanPrompt;
import io.souschef.skills.SkillLibrary;
import io.souschef.skills.execution.Robot;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;

/** What an episode of a program is made with. */
record EpisodeParts(
    SkillLibrary library,
    WayFinder ways,
    AffordanceFunction can,
    User user,
    Asking asking,
    LongSupplier nanoClock) {

  EpisodeParts(
      SkillLibrary library,
      AffordanceFunction can,
      User user,
      Asking asking,
      LongSupplier nanoClock) {
    this(library, new WayFinder(library), can, user, asking, nanoClock);
  }

  /**
   * Tells that an episode begins.
   *
   * @param mind what understands the instruction
   */
  EpisodeListener begin(
      Instruction instruction,
      String mind,
      int stepLimit,
      Map<String, String> about,
      Consumer<EpisodeEvent> events) {
    EpisodeListener listener = new EpisodeListener(events);
    listener.accept(
        new EpisodeEvent.Started(
            instruction.text(), mind, can.name(), PlanPrompt.Style.SCENE, stepLimit, about));
    return listener;
  }

  /** Plays an episode to its last event, whatever ends it. */
  EpisodeEvent.Ended play(
      Robot robot,
      int stepLimit,
      EpisodeListener listener,
      Function<ProgramEpisode, EpisodeEvent.Ended> course) {
    return listener.play(
        () -> {
          ProgramEpisode episode = new ProgramEpisode(this, robot, stepLimit, listener);
          try {
            return course.apply(episode);
          } catch (EarlyEnd early) {
            return early.ended();
          }
        });
  }
}
