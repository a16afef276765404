package io.souschef.evaluation.report.page;

import io.souschef.evaluation.run.Attempt;
import io.souschef.evaluation.run.EpisodeRecord;
import io.souschef.evaluation.run.FailureWords;
import io.souschef.skills.file.PlainFile;
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

  /** What the part {@code failures} of a page shows. */
  record View(Gallery gallery) {}

  /** All families. */
  record Gallery(boolean none, List<Family> families) {}

  /** The failures of a family. */
  record Family(String family, int count, List<Card> cards) {}

  /**
   * A failed attempt.
   *
   * @param why it is one
   * @param idle whether nothing was done
   */
  record Card(
      String instruction,
      String facts,
      String why,
      Optional<Picture> picture,
      List<Attempt.Step> steps,
      boolean idle,
      boolean hasDecisions,
      List<DecisionBars.Decision> decisions) {}

  /** How it looked; read when it comes into view where it lies beside the page. */
  record Picture(boolean lazy, String source) {}

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

  Gallery of(List<EpisodeRecord> episodes) {
    long failed =
        episodes.stream()
            .flatMap(episode -> Stream.of(episode.plan(), episode.execution()))
            .filter(attempt -> attempt.isPresent() && !attempt.get().isSuccess())
            .count();
    boolean within = failed <= MOST_WITHIN;
    Map<String, List<Card>> cards = new TreeMap<>();
    for (EpisodeRecord episode : episodes) {
      List<Card> family = cards.computeIfAbsent(episode.family(), name -> new ArrayList<>());
      card(episode, "plan", episode.plan(), within).ifPresent(family::add);
      card(episode, "execution", episode.execution(), within).ifPresent(family::add);
    }
    cards.values().removeIf(List::isEmpty);
    List<Family> families = new ArrayList<>();
    cards.forEach((family, own) -> families.add(new Family(family, own.size(), own)));
    return new Gallery(families.isEmpty(), families);
  }

  private Optional<Card> card(
      EpisodeRecord episode, String kind, Optional<Attempt> attempt, boolean within) {
    if (attempt.isEmpty() || attempt.get().isSuccess()) {
      return Optional.empty();
    }
    String file = episode.key().attempt(kind);
    List<DecisionBars.Decision> decisions = bars.of(file);
    return Optional.of(
        new Card(
            episode.instruction(),
            String.format(
                Locale.ROOT,
                "%s · %s:%s, seed %d · %s",
                kind,
                episode.key().suite(),
                episode.key().task(),
                episode.key().seed(),
                episode.key().configuration()),
            FailureWords.of(attempt.get()),
            picture(file, within),
            attempt.get().steps(),
            attempt.get().steps().isEmpty(),
            !decisions.isEmpty(),
            decisions));
  }

  private Optional<Picture> picture(String name, boolean within) {
    Path file = folder.resolve("pictures").resolve(name + ".png");
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    if (!within) {
      return Optional.of(new Picture(true, fromPage(file).toString()));
    }
    byte[] png = new PlainFile("Picture", file).bytes(PlainFile.RECORDS);
    return Optional.of(
        new Picture(false, "data:image/png;base64," + Base64.getEncoder().encodeToString(png)));
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
