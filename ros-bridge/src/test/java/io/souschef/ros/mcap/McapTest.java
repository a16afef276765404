package io.souschef.ros.mcap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.ros.message.Distribution;
import io.souschef.ros.message.MessageCatalog;
import io.souschef.ros.message.TypeName;
import io.souschef.ros.message.cdr.CdrCodec;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is recorded can be read again, by a reader of our own and by Foxglove's for Python. */
class McapTest {

  private static final MessageCatalog CATALOG = MessageCatalog.standard(Distribution.JAZZY);
  private static final TypeName STRING = TypeName.of("std_msgs/msg/String");
  private static final String EPISODE =
      """
      {"event":"started","instruction":"bring me a coke"}
      {"event":"observed","step":1,"observation":{"timeS":1,"base":{"x":1,"y":2,"z":0,"qx":0,"qy":0,"qz":0,"qw":1},"at":null,"held":null,"objects":[{"id":"coke-1","kind":"coke","pose":{"x":1,"y":2,"z":0.8,"qx":0,"qy":0,"qz":0,"qw":1},"place":"table","lengthM":0.07,"widthM":0.07,"heightM":0.12,"confidence":0.9,"lastSeenS":1,"visible":true}],"places":[]}}
      {"event":"decided","step":1,"decision":{"chosen":{"skill":{"action":"find","text":"find a coke"},"say":0.5,"can":0.9,"combined":0.45},"candidates":[{"skill":{"action":"find","text":"find a coke"},"logSay":-0.7,"say":0.5,"can":0.9,"combined":0.45}],"skills":1}}
      {"event":"skill_started","step":1,"skill":{"action":"find","text":"find a coke"}}
      {"event":"skill_progressed","step":1,"progress":{"phase":"driving","fraction":0.5,"elapsedS":1}}
      {"event":"skill_ended","step":1,"skill":{"action":"find","text":"find a coke"},"result":{"result":"succeeded","durationS":2,"message":"seen"}}
      {"event":"ended","outcome":"DONE","message":"done","steps":1}
      """;

  @TempDir private Path folder;

  private static ObjectNode text(String words) {
    return JsonNodeFactory.instance.objectNode().put("data", words);
  }

  private Path episode() throws Exception {
    Path file = folder.resolve("episode.mcap");
    try (RosRecording recording = new RosRecording(file, CATALOG)) {
      EpisodeRecording episode = new EpisodeRecording(recording, "map", "base_link", true);
      long nanos = 0;
      for (String line : EPISODE.lines().toList()) {
        episode.accept((ObjectNode) JsonMapper.builder().build().readTree(line), nanos += 1_000);
      }
      episode.picture("/souschef/image", new byte[] {(byte) 0x89, 'P', 'N', 'G'}, nanos);
    }
    return file;
  }

  @Test
  void messagesAreReadAgainByteForByteOutOfSeveralChunks() throws Exception {
    SplittableRandom random = new SplittableRandom(3);
    Path file = folder.resolve("large.mcap");
    List<String> sent =
        IntStream.range(0, 400).mapToObj(i -> i + "ü".repeat(random.nextInt(6000))).toList();
    try (RosRecording recording = new RosRecording(file, CATALOG)) {
      for (int i = 0; i < sent.size(); i++) {
        // Not in the order of their times, as it may be with several threads.
        recording.ros("/topic" + i % 3, STRING, 1_000_000L - 7L * i, text(sent.get(i)));
      }
    }
    McapFile read = McapFile.read(file);
    assertThat(read.chunks()).isGreaterThan(1);
    CdrCodec codec = new CdrCodec(CATALOG);
    for (int t = 0; t < 3; t++) {
      int topic = t;
      List<String> back =
          read.messages("/topic" + t).stream()
              .map(message -> Arrays.copyOfRange(message.data(), 4, message.data().length))
              .map(
                  body -> codec.decode(STRING, body, ByteOrder.LITTLE_ENDIAN).path("data").asText())
              .toList();
      assertThat(back)
          .isEqualTo(
              IntStream.range(0, sent.size())
                  .filter(i -> i % 3 == topic)
                  .mapToObj(sent::get)
                  .toList());
    }
  }

  @Test
  void anEpisodeHasItsInstructionDecisionsSkillsTransformsDetectionsMarkersAndPictures()
      throws Exception {
    McapFile read = McapFile.read(episode());
    assertThat(read.topics())
        .contains(
            "/souschef/instruction",
            "/souschef/decisions",
            "/souschef/skills",
            "/souschef/log",
            "/souschef/markers",
            "/souschef/image",
            "/tf",
            "/detections");
    assertThat(read.encodingOf("/tf")).isEqualTo("cdr");
    assertThat(read.schemaOf("/tf").name()).isEqualTo("tf2_msgs/msg/TFMessage");
    assertThat(read.schemaOf("/tf").text())
        .startsWith("geometry_msgs/TransformStamped[] transforms\n=====")
        .contains("MSG: geometry_msgs/Quaternion\nfloat64 x\n");
    assertThat(read.schemaOf("/souschef/decisions").encoding()).isEqualTo("jsonschema");
    String decision =
        new String(read.messages("/souschef/decisions").get(0).data(), StandardCharsets.UTF_8);
    assertThat(JsonMapper.builder().build().readTree(decision).at("/candidates/0/say").asDouble())
        .isEqualTo(0.5);
    assertThat(read.messages("/souschef/skills")).hasSize(3);
    assertThat(read.messages("/souschef/events")).hasSize(7);
  }

  @Test
  void everyStandardTypeHasASchemaThatReadsAsWhatItIs() {
    for (TypeName type : CATALOG.types()) {
      if (type.kind().equals("msg")) {
        String own = Ros2Schema.of(CATALOG, type).split("={80}")[0];
        MessageCatalog catalog = CATALOG;
        assertThat(
                io.souschef.ros.message.Definitions.parse(type, own).fields().stream()
                    .map(field -> field.name() + field.type() + field.count())
                    .toList())
            .as(type.toString())
            .isEqualTo(
                catalog.get(type).fields().stream()
                    .map(field -> field.name() + field.type() + field.count())
                    .toList());
      }
    }
  }

  /** Whole records, one behind the other, are what a reader of a file without an end finds. */
  @Test
  void aFileThatWasCutOffHoldsItsWholeChunks() throws Exception {
    Path file = folder.resolve("cut.mcap");
    RosRecording recording = new RosRecording(file, CATALOG);
    for (int i = 0; i < 300; i++) {
      recording.ros("/topic", STRING, i, text("x".repeat(10_000)));
    }
    byte[] soFar = Files.readAllBytes(file);
    recording.close();
    assertThat(Files.readAllBytes(file)).startsWith(soFar);
    ByteBuffer records = ByteBuffer.wrap(soFar).order(ByteOrder.LITTLE_ENDIAN).position(8);
    int chunks = 0;
    while (records.hasRemaining()) {
      chunks += records.get() == Opcode.CHUNK ? 1 : 0;
      long length = records.getLong();
      assertThat(length).as("bytes of a record").isBetween(0L, (long) records.remaining());
      records.position(records.position() + (int) length);
    }
    assertThat(chunks).as("of 3 MB, a chunk for each of which the next has begun").isEqualTo(2);
  }

  @Test
  void whatWasFlushedIsInTheFileWhoeverKillsTheProcessThen() throws Exception {
    Path file = folder.resolve("flushed.mcap");
    try (McapWriter writer = McapWriter.create(file)) {
      int channel =
          writer.channel(writer.schema("s", "jsonschema", new byte[0]), "/t", "json", Map.of());
      writer.message(channel, 1, "{\"first\":1}".getBytes(StandardCharsets.UTF_8));
      long before = Files.size(file);
      writer.flush();
      byte[] now = Files.readAllBytes(file);
      assertThat(now.length).isGreaterThan((int) before);
      assertThat(new String(now, StandardCharsets.UTF_8)).contains("{\"first\":1}");
      writer.flush();
      assertThat(Files.size(file)).as("nothing new").isEqualTo(now.length);
    }
  }

  @Test
  void aFullDiskEndsTheRecordingAndIsTold() throws Exception {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.exists(full), "only Linux has a disk that is always full");
    RosRecording small = new RosRecording(full, CATALOG);
    small.ros("/topic", STRING, 1, text("too much at the end"));
    assertThat(small.failure()).isEmpty();
    small.close();
    assertThat(small.failure()).isPresent();
    RosRecording large = new RosRecording(full, CATALOG);
    for (int i = 0; i < 200; i++) {
      large.ros("/topic", STRING, i, text("x".repeat(10_000)));
    }
    assertThat(large.failure()).as("noticed at the first chunk").isPresent();
    large.close();
    assertThat(large.failure().orElseThrow()).hasMessageContaining("No space left on device");
  }

  @Test
  void foxglovesReaderForPythonReadsIt() throws Exception {
    assumeTrue(python("import mcap"), "python3 with the package mcap is not here");
    String script =
        """
        import sys
        from mcap.reader import make_reader
        with open(sys.argv[1], 'rb') as f:
            reader = make_reader(f, validate_crcs=True)
            summary = reader.get_summary()
            assert summary.statistics.message_count == sum(1 for _ in reader.iter_messages())
            topics = {c.topic for c in summary.channels.values()}
            assert '/souschef/decisions' in topics and '/tf' in topics, topics
            names = {s.name: s.encoding for s in summary.schemas.values()}
            assert names['foxglove.Log'] == 'jsonschema', names
            assert names['tf2_msgs/msg/TFMessage'] == 'ros2msg', names
        """;
    assertThat(python(script, episode().toString())).isTrue();
  }

  private static boolean python(String script, String... arguments) throws InterruptedException {
    List<String> command = new java.util.ArrayList<>(List.of("python3", "-c", script));
    command.addAll(List.of(arguments));
    try {
      return new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (java.io.IOException e) {
      return false;
    }
  }
}
