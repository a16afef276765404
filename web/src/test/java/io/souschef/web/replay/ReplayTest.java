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
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class ReplayTest {

  @TempDir Path folder;

  private Path trace(String plan) {
    Path file = folder.resolve("trace.jsonl");
    try (Trace trace = Trace.create(file);
        SimulatedRobot robot = Kitchens.small().open("test", 1)) {
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

  @Test
  void what_a_newer_program_wrote_is_refused_as_such() throws IOException {
    Path file = folder.resolve("trace.jsonl");
    Files.writeString(file, "{\"event\":\"started\",\"schemaVersion\":2}\n");
    assertThatThrownBy(() -> Replay.read(file))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("was written by a newer Souschef (schemaVersion 2");
    for (String wrong : new String[] {"0", "\"1\"", "null", "1.5", "-7"}) {
      Files.writeString(file, "{\"event\":\"started\",\"schemaVersion\":" + wrong + "}\n");
      assertThatThrownBy(() -> Replay.read(file))
          .as(wrong)
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("must be a whole number from 1");
    }
  }

  @Test
  @Timeout(60)
  void what_never_ends_or_unpacks_without_end_is_refused() throws IOException {
    Path endless = Path.of("/dev/zero");
    if (Files.exists(endless)) {
      assertThatThrownBy(() -> Replay.read(endless))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("not a plain file");
    }
    Path packed = folder.resolve("bomb.jsonl.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
      for (int i = 0; i < 40; i++) {
        out.write(new byte[1 << 20]);
      }
    }
    assertThatThrownBy(() -> Replay.read(packed))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("too long at line 1");
    Path latin = folder.resolve("latin.jsonl");
    Files.write(latin, new byte[] {'{', '"', (byte) 0xe9, '"', ':', '1', '}'});
    assertThatThrownBy(() -> Replay.read(latin))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("not UTF-8");
  }
}
