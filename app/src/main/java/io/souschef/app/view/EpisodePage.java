package io.souschef.app.view;

import io.souschef.planner.episode.EpisodeEvent;
import io.souschef.web.page.Page;
import io.souschef.web.page.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * An episode as one self-contained HTML page: filmstrip, the bars of every decision as in the
 * paper's figures, feedback and timings. What it looks like stands in {@code episode.mustache};
 * here is what it says. Stateless.
 */
public final class EpisodePage {

  private static final Template PAGE = Template.of(EpisodePage.class, "episode");

  /**
   * The values of the page.
   *
   * @param decides whether anything was decided, so that say and can need to be explained
   * @param frames the filmstrip
   * @param parts of the conversation and steps, in order
   * @param closing sentences for the end
   */
  private record View(
      String title,
      String instruction,
      List<End> ends,
      String facts,
      boolean decides,
      List<Frame> frames,
      List<PagePart> parts,
      boolean hasClosing,
      List<String> closing)
      implements Page {}

  /** How it ended; a mark beside the colour, for those who do not see the colour. */
  private record End(boolean good, String mark, String message) {

    static End of(EpisodeEvent.Ended ended) {
      boolean good = ended.outcome() == EpisodeEvent.Outcome.DONE;
      return new End(good, good ? "✓" : "✗", ended.message());
    }
  }

  /**
   * Renders a page.
   *
   * @param events the episode's events, in order
   * @param frames its pictures, in order
   * @param closing sentences for the end of the page: what stands where now, which goal holds
   */
  public String render(List<EpisodeEvent> events, List<Frame> frames, List<String> closing) {
    EpisodeEvent.Started started =
        all(events, EpisodeEvent.Started.class).stream()
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("The episode has no event Started"));
    List<PagePart> parts = new ArrayList<>();
    for (EpisodeEvent event : events) {
      if (event instanceof EpisodeEvent.Decided decided) {
        parts.add(PagePart.of(StepPart.of(decided, events, frames)));
      } else {
        Conversation.part(event).ifPresent(parts::add);
      }
    }
    return PAGE.fill(
        new View(
            started.instruction() + " · Souschef",
            started.instruction(),
            all(events, EpisodeEvent.Ended.class).stream().map(End::of).toList(),
            facts(started),
            !all(events, EpisodeEvent.Decided.class).isEmpty(),
            frames,
            parts,
            !closing.isEmpty(),
            closing));
  }

  private static String facts(EpisodeEvent.Started started) {
    String settings =
        started.settings().entrySet().stream()
            .map(entry -> entry.getKey() + " " + entry.getValue())
            .collect(Collectors.joining(" · "));
    return "say %s · can %s · prompt %s · %s"
        .formatted(
            started.say(),
            started.can(),
            started.style().name().toLowerCase(Locale.ROOT),
            settings);
  }

  private static <T extends EpisodeEvent> List<T> all(List<EpisodeEvent> events, Class<T> type) {
    return events.stream().filter(type::isInstance).map(type::cast).toList();
  }
}
