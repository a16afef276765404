package io.souschef.evaluation.report.page;

import io.souschef.evaluation.run.Attempt;
import io.souschef.evaluation.run.EpisodeRecord;
import io.souschef.evaluation.run.FailureWords;
import io.souschef.skills.file.PlainFile;
import io.souschef.web.page.Html;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Every failed attempt by family: what was asked, what was done and why, how it looked. */
final class FailureGallery {

  /**
   * Pictures within the page: three megabytes. A page of a thousand would take a minute to open.
   */
  private static final int MOST_WITHIN = 60;

  private final Path folder;
  private final Path place;
  private final DecisionBars bars;

  /**
   * A gallery.
   *
   * @param folder of the run
   * @param place folder of the page
   */
  FailureGallery(Path folder, Path place) {
    this.folder = folder;
    this.place = place;
    this.bars = new DecisionBars(folder);
  }

  String html(List<EpisodeRecord> episodes) {
    long failed =
        episodes.stream()
            .flatMap(episode -> Stream.of(episode.plan(), episode.execution()))
            .filter(attempt -> attempt.isPresent() && !attempt.get().isSuccess())
            .count();
    boolean within = failed <= MOST_WITHIN;
    Map<String, List<String>> cards = new TreeMap<>();
    for (EpisodeRecord episode : episodes) {
      List<String> family = cards.computeIfAbsent(episode.family(), name -> new ArrayList<>());
      card(episode, "plan", episode.plan(), within).ifPresent(family::add);
      card(episode, "execution", episode.execution(), within).ifPresent(family::add);
    }
    cards.values().removeIf(List::isEmpty);
    if (cards.isEmpty()) {
      return "<p>None.</p>";
    }
    StringBuilder html = new StringBuilder();
    cards.forEach(
        (family, own) ->
            html.append(
                    String.format(
                        Locale.ROOT,
                        "<h3>%s <small>%d</small></h3>",
                        Html.escape(family),
                        own.size()))
                .append("<div class=\"cards\">")
                .append(String.join("", own))
                .append("</div>"));
    return html.toString();
  }

  private Optional<String> card(
      EpisodeRecord episode, String kind, Optional<Attempt> attempt, boolean within) {
    if (attempt.isEmpty() || attempt.get().isSuccess()) {
      return Optional.empty();
    }
    String file = episode.key().attempt(kind);
    return Optional.of(
        String.format(
            Locale.ROOT,
            """
            <article><h4>%s</h4><p class="facts">%s · %s, seed %d · %s</p><p class="why">%s</p>%s
            <ol class="steps">%s</ol><details><summary>say and can, step by step</summary>%s</details></article>
            """,
            Html.escape(episode.instruction()),
            Html.escape(kind),
            Html.escape(episode.key().suite() + ":" + episode.key().task()),
            episode.key().seed(),
            Html.escape(episode.key().configuration()),
            Html.escape(FailureWords.of(attempt.get())),
            picture(file, within),
            steps(attempt.get()),
            bars.html(file)));
  }

  private static String steps(Attempt attempt) {
    StringBuilder html = new StringBuilder();
    for (Attempt.Step step : attempt.steps()) {
      html.append(step.failed() ? "<li class=\"failed\">" : "<li>")
          .append(Html.escape(step.skill()));
      if (step.failed()) {
        html.append(" <span>").append(Html.escape(step.result())).append("</span>");
      }
      html.append("</li>");
    }
    return html.isEmpty() ? "<li>nothing was done</li>" : html.toString();
  }

  private String picture(String name, boolean within) {
    Path file = folder.resolve("pictures").resolve(name + ".png");
    if (!Files.exists(file)) {
      return "";
    }
    String alt = "the kitchen in the end";
    return within
        ? Html.image(
            Base64.getEncoder()
                .encodeToString(new PlainFile("Picture", file).bytes(PlainFile.RECORDS)),
            alt)
        : Html.image(fromPage(file), alt);
  }

  private URI fromPage(Path file) {
    Path from = place.toAbsolutePath().normalize();
    Path to = file.toAbsolutePath().normalize();
    // Relative, so that run and page may be moved together.
    return Objects.equals(from.getRoot(), to.getRoot())
        ? relative(from.relativize(to))
        : to.toUri();
  }

  private static URI relative(Path path) {
    StringBuilder text = new StringBuilder(".");
    path.forEach(name -> text.append('/').append(name));
    try {
      return new URI(null, null, text.toString(), null);
    } catch (URISyntaxException e) {
      throw new IllegalStateException("'%s' is no path of a page".formatted(path), e);
    }
  }
}
