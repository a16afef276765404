package io.souschef.web.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.souschef.planner.Instruction;
import io.souschef.planner.episode.Trace;
import io.souschef.sim.SimulatedRobot;
import io.souschef.skills.InvalidInputException;
import io.souschef.web.Kitchens;
import io.souschef.web.PlannedBrain;
import io.souschef.web.export.HtmlExport;
import io.souschef.web.export.Pictures;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayTest {

  @TempDir Path folder;

  private Path trace(String plan) {
    Path file = folder.resolve("trace.jsonl");
    try (Trace trace = Trace.create(file);
        SimulatedRobot robot = Kitchens.small().open(1)) {
      new PlannedBrain().run(new Instruction(plan), robot, Map.of(), trace);
    }
    return file;
  }

  @Test
  void a_trace_without_motion_is_drawn_from_what_was_believed() {
    Replay replay = Replay.read(trace("go to the sink; go to the table"));

    assertThat(replay.recorded()).isFalse();
    assertThat(replay.frames()).hasSizeGreaterThan(2);
    assertThat(replay.kitchen().path("fixed").size()).isGreaterThan(20);
    assertThat(replay.endS()).isPositive();
    assertThat(new Stills(replay).at(replay.endS()).robot()).hasSize(10);
  }

  @Test
  void events_of_unknown_kinds_are_kept() throws IOException {
    Path file = trace("go to the sink");
    String lines = Files.readString(file);
    Files.writeString(file, lines + "{\"event\":\"levitated\",\"height\":2}\n");

    Replay replay = Replay.read(folder);

    assertThat(replay.events().get(replay.events().size() - 1).path("height").asInt()).isEqualTo(2);
  }

  @Test
  void a_page_to_send_needs_nothing_else_and_is_small() {
    String page = HtmlExport.page(Replay.read(trace("go to the sink")));

    assertThat(page.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(2_000_000);
    assertThat(page)
        .contains("go to the sink")
        .doesNotContain("src=\"/")
        .doesNotContain("href=\"/");
  }

  @Test
  void an_instruction_is_text_on_the_page_and_nothing_else() {
    String page = HtmlExport.page(Replay.read(trace("<script>alert(1)</script>")));

    assertThat(page).contains("&lt;script&gt;alert").doesNotContain("<script>alert");
  }

  @Test
  void pictures_can_be_read_back() throws IOException {
    Replay replay = Replay.read(trace("go to the sink"));

    assertThat(ImageIO.read(new ByteArrayInputStream(Pictures.png(replay))).getWidth())
        .isEqualTo(1200);
    var reader = ImageIO.getImageReadersByFormatName("gif").next();
    try (var stream =
        ImageIO.createImageInputStream(new ByteArrayInputStream(Pictures.gif(replay)))) {
      reader.setInput(stream);
      assertThat(reader.getNumImages(true)).isGreaterThan(1);
    }
  }

  @Test
  void what_is_no_trace_is_refused_by_line() throws IOException {
    Path file = folder.resolve("trace.jsonl");
    assertThatThrownBy(() -> Replay.read(file)).isInstanceOf(InvalidInputException.class);
    for (String wrong : new String[] {"", "{}\n", "[]\n", "{\"event\":\"started\"}\nnonsense\n"}) {
      Files.writeString(file, wrong);
      assertThatThrownBy(() -> Replay.read(file))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("trace.jsonl");
    }
  }
}
