package io.souschef.web.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.souschef.planner.Instruction;
import io.souschef.planner.episode.Trace;
import io.souschef.sim.SimulatedRobot;
import io.souschef.skills.failure.InvalidInputException;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    Replay turned = Replay.read(trace("go to the sink"));
    turned.events().get(0).put("instruction", "a\u202eb");
    assertThat(HtmlExport.page(turned)).contains("a\\u202eb");
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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"pose":{"x":1,"y":1,"z":1,"qw":3}}       | unit quaternion
          {"pose":{"x":1e300,"y":1,"z":1}}          | A coordinate is a number
          {"pose":{"x":"NaN","y":1,"z":1}}          | A coordinate is a number
          {"pose":{"x":{},"y":1,"z":1}}             | A coordinate is a number
          """)
  void what_cannot_be_drawn_of_a_trace_is_refused_by_line(String thing, String why)
      throws IOException {
    Path file = trace("go to the sink");
    String observed = "{\"event\":\"observed\",\"observation\":{\"timeS\":1,\"objects\":[%s]}}\n";
    Files.writeString(
        file, "{\"event\":\"started\",\"schemaVersion\":1}\n" + observed.formatted(thing));
    assertThatThrownBy(() -> Replay.read(file))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("trace.jsonl', line 2 cannot be drawn: ")
        .hasMessageContaining(why);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"kitchen":null}       | {"t":1}                                                             | line 1 holds no kitchen
          {"kitchen":{}}         | {"t":1}                                                             | line 1 cannot be drawn: A room
          {"kitchen":{"length":5,"width":"NaN"}} | {"t":1}                                             | line 1 cannot be drawn
          KITCHEN                | {"t":1e300}                                                         | line 2 cannot be drawn: A time
          KITCHEN                | {"t":"NaN"}                                                         | line 2 cannot be drawn: A time
          KITCHEN                | {"t":1,"new":[{"id":"a","box":[0,1,1],"color":"#ffffff"}]}          | line 2 cannot be drawn
          KITCHEN                | {"t":1,"new":[{"id":"a","sphere":[1],"color":"red"}]}               | line 2 cannot be drawn
          KITCHEN                | {"t":1,"new":[{"id":"a"}]}                                          | line 2 cannot be drawn
          KITCHEN                | {"t":1,"poses":{"a":[1,2,1e99,0,0,0,1]}}                            | line 2 cannot be drawn: A coordinate
          KITCHEN                | {"t":1} x                                                           | line 2 is not a JSON object
          """)
  void what_cannot_be_drawn_of_a_motion_is_refused_by_line(String first, String line, String why)
      throws IOException {
    trace("go to the sink");
    Files.writeString(
        folder.resolve(MotionLog.FILE),
        first.replace("KITCHEN", "{\"kitchen\":{\"length\":5,\"width\":4}}") + "\n" + line + "\n");
    assertThatThrownBy(() -> Replay.read(folder))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("motion.jsonl'")
        .hasMessageContaining(why);
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
