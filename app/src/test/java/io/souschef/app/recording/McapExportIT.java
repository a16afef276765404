package io.souschef.app.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.souschef.app.cli.Commands;
import io.souschef.skills.failure.InvalidInputException;
import io.souschef.web.replay.Replay;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An episode that was exported is read again, by a reader that knows MCAP's specification only. */
class McapExportIT {

  private static final int SCHEMA = 3;
  private static final int CHANNEL = 4;
  private static final int MESSAGE = 5;
  private static final int CHUNK = 6;
  private static final int STATISTICS = 11;

  private record Schema(String name, String encoding, String text) {}

  private record Channel(int schema, String topic, String encoding) {}

  @SuppressWarnings("ArrayRecordComponent") // nobody compares them
  private record Message(int channel, long number, long loggedNanos, long saidNanos, byte[] data) {}

  /** Records of the file and of its chunks, in their order. */
  private static final class Reading {
    final Map<Integer, Schema> schemas = new TreeMap<>();
    final Map<Integer, Channel> channels = new TreeMap<>();
    final List<Message> messages = new ArrayList<>();
    final Map<Integer, Long> counts = new TreeMap<>();
    long counted = -1;

    void walk(ByteBuffer records) {
      while (records.hasRemaining()) {
        int opcode = records.get();
        int length = Math.toIntExact(records.getLong());
        record(opcode, records.slice(records.position(), length).order(ByteOrder.LITTLE_ENDIAN));
        records.position(records.position() + length);
      }
    }

    private static String text(ByteBuffer from) {
      byte[] text = new byte[from.getInt()];
      from.get(text);
      return new String(text, StandardCharsets.UTF_8);
    }

    private void record(int opcode, ByteBuffer content) {
      switch (opcode) {
        case SCHEMA ->
            schemas.put(
                (int) content.getShort(), new Schema(text(content), text(content), text(content)));
        case CHANNEL -> {
          int id = content.getShort();
          channels.put(id, new Channel(content.getShort(), text(content), text(content)));
        }
        case MESSAGE -> {
          int channel = content.getShort();
          long number = content.getInt();
          long logged = content.getLong();
          long said = content.getLong();
          byte[] data = new byte[content.remaining()];
          content.get(data);
          messages.add(new Message(channel, number, logged, said, data));
        }
        case CHUNK -> {
          content.position(8 + 8 + 8 + 4);
          assertThat(text(content)).as("compression").isEmpty();
          int length = Math.toIntExact(content.getLong());
          walk(content.slice(content.position(), length).order(ByteOrder.LITTLE_ENDIAN));
        }
        case STATISTICS -> {
          counted = content.getLong();
          content.position(8 + 2 + 4 + 4 + 4 + 4 + 8 + 8);
          for (int left = content.getInt() / 10; left > 0; left--) {
            counts.put((int) content.getShort(), content.getLong());
          }
        }
        default -> {}
      }
    }

    List<Message> on(String topic) {
      return messages.stream()
          .filter(message -> channel(message.channel()).topic().equals(topic))
          .toList();
    }

    Channel channel(int id) {
      return Objects.requireNonNull(channels.get(id));
    }
  }

  @TempDir private static Path episode;
  private static Replay replay;
  @TempDir private Path folder;

  @BeforeAll
  static void play() {
    Path run = episode.resolve("run");
    assertThat(Commands.run(List.of("run", "--out", run.toString(), "bring me a coke")).code())
        .isZero();
    replay = Replay.read(run);
  }

  private static Reading read(Path file) throws IOException {
    byte[] all = Files.readAllBytes(file);
    String magic = "\u0089MCAP0\r\n";
    assertThat(new String(all, 0, 8, StandardCharsets.ISO_8859_1)).isEqualTo(magic);
    assertThat(new String(all, all.length - 8, 8, StandardCharsets.ISO_8859_1)).isEqualTo(magic);
    Reading reading = new Reading();
    reading.walk(ByteBuffer.wrap(all, 8, all.length - 16).slice().order(ByteOrder.LITTLE_ENDIAN));
    return reading;
  }

  private Reading exported() throws IOException {
    Path file = folder.resolve("episode.mcap");
    McapExport.write(replay, file);
    return read(file);
  }

  private static long count(String event) {
    return replay.events().stream()
        .filter(line -> line.path("event").asText().equals(event))
        .count();
  }

  @Test
  void everyChannelHasItsSchemaAndEveryMessageIsCounted() throws IOException {
    Reading read = exported();
    Map<String, String> types = new TreeMap<>();
    read.channels.forEach(
        (id, channel) -> {
          Schema schema = Objects.requireNonNull(read.schemas.get(channel.schema()));
          types.put(channel.topic(), schema.name());
          boolean ros = channel.encoding().equals("cdr");
          assertThat(schema.encoding()).isEqualTo(ros ? "ros2msg" : "jsonschema");
          assertThat(schema.text()).as(channel.topic()).isNotBlank();
          assertThat(read.counts.get(id)).isEqualTo(read.on(channel.topic()).size());
        });
    assertThat(types)
        .containsEntry("/souschef/instruction", "std_msgs/msg/String")
        .containsEntry("/souschef/decisions", "souschef.Decision")
        .containsEntry("/souschef/skills", "souschef.Skill")
        .containsEntry("/souschef/log", "foxglove.Log")
        .containsEntry("/souschef/markers", "visualization_msgs/msg/MarkerArray")
        .containsEntry("/souschef/image", "sensor_msgs/msg/CompressedImage")
        .containsEntry("/tf", "tf2_msgs/msg/TFMessage")
        .containsEntry("/detections", "vision_msgs/msg/Detection3DArray");
    assertThat(read.counted).isEqualTo(read.messages.size());
    assertThat(read.on("/souschef/events")).hasSize(replay.events().size());
    assertThat(read.on("/souschef/decisions")).hasSize((int) count("decided"));
    assertThat(read.on("/tf")).hasSize((int) count("observed")).isNotEmpty();
    assertThat(read.on("/souschef/image"))
        .hasSize((int) (count("started") + count("skill_started") + count("skill_ended")))
        .allSatisfy(
            image ->
                assertThat(new String(image.data(), StandardCharsets.ISO_8859_1))
                    .contains("\u0089PNG"));
  }

  @Test
  void timesRunFromTheBeginningToTheEndAndNeverBack() throws IOException {
    Reading read = exported();
    long before = 0;
    for (Message message : read.messages) {
      assertThat(message.loggedNanos()).isGreaterThanOrEqualTo(before);
      assertThat(message.saidNanos()).isEqualTo(message.loggedNanos());
      before = message.loggedNanos();
    }
    double endS = replay.events().get(replay.events().size() - 1).path("t").asDouble();
    assertThat(endS).isPositive();
    assertThat(before).isEqualTo(Math.round(endS * 1e9));
    read.channels.forEach(
        (id, channel) ->
            assertThat(read.on(channel.topic()).stream().map(Message::number).toList())
                .isSorted()
                .doesNotHaveDuplicates());
  }

  @Test
  void whatALinkNamesIsWrittenAndNothingHalfWrittenIsLeft() throws IOException {
    Path behind = Files.writeString(folder.resolve("behind.mcap"), "old");
    Path link = Files.createSymbolicLink(folder.resolve("link.mcap"), behind);
    McapExport.write(replay, link);
    assertThat(link).isSymbolicLink();
    assertThat(read(behind).messages).isNotEmpty();
    Path nowhere = folder.resolve("none/episode.mcap");
    assertThatThrownBy(() -> McapExport.write(replay, nowhere))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("cannot be written");
    assertThat(folder).isDirectoryNotContaining("glob:**/*.part");
  }
}
