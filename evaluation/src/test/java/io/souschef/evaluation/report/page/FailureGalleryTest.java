package io.souschef.evaluation.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.souschef.evaluation.ScriptedEpisodes;
import io.souschef.evaluation.report.Table;
import io.souschef.evaluation.run.EpisodeRecord;
import io.souschef.web.page.Template;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A page of ten thousand episodes opens as soon as one of ten. */
class FailureGalleryTest {

  @TempDir Path temp;

  @Test
  void picturesOfFewFailuresAreInThePage() throws IOException {
    EpisodeRecord failed = failed();
    assertThat(html(run(failed), temp, List.of(failed)))
        .contains("src=\"data:image/png;base64,AQID\"")
        .doesNotContain("loading=");
  }

  @Test
  void picturesOfManyAreReadFromTheRunWhenTheyComeIntoView() throws IOException {
    EpisodeRecord failed = failed();
    Path run = run(failed);
    List<EpisodeRecord> many = Collections.nCopies(2000, failed);
    assertThat(html(run, temp, many))
        .contains("loading=\"lazy\" src=\"./a%%20run/pictures/%s".formatted(file(failed)))
        .doesNotContain("base64")
        .hasSizeLessThan(3_000_000);
    assertThat(html(run, run, many)).contains("src=\"./pictures/");
    assertThat(html(run, temp.resolve("else/where"), many))
        .contains("src=\"./../../a%20run/pictures/");
  }

  private static String html(Path run, Path place, List<EpisodeRecord> episodes) {
    FailureGallery.Gallery gallery = new FailureGallery(run, place).of(episodes);
    return Template.of(Table.class, "failures").fill(new FailureGallery.View(gallery));
  }

  private Path run(EpisodeRecord failed) throws IOException {
    Path pictures = Files.createDirectories(temp.resolve("a run/pictures"));
    for (String kind : List.of("plan", "execution")) {
      Files.write(pictures.resolve(file(failed) + "-" + kind + ".png"), new byte[] {1, 2, 3});
    }
    return temp.resolve("a run");
  }

  private static String file(EpisodeRecord episode) {
    return episode.key().fileName();
  }

  private static EpisodeRecord failed() {
    return ScriptedEpisodes.keys().stream()
        .map(ScriptedEpisodes::episode)
        .filter(episode -> episode.plan().map(attempt -> !attempt.isSuccess()).orElse(false))
        .findFirst()
        .orElseThrow();
  }
}
