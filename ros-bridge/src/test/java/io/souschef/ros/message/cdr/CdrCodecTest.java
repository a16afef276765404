package io.souschef.ros.message.cdr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.ros.message.Distribution;
import io.souschef.ros.message.MalformedMessageException;
import io.souschef.ros.message.MessageCatalog;
import io.souschef.ros.message.RandomMessages;
import io.souschef.ros.message.TypeName;
import io.souschef.ros.message.json.MessageJson;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CdrCodecTest {

  @Test
  void whatANewerPeerPutsAtTheEndIsLeftOutAndSaid() {
    TypeName type = TypeName.of("geometry_msgs/msg/Point");
    CdrCodec codec = new CdrCodec(MessageCatalog.standard(Distribution.JAZZY));
    ObjectNode point = JsonNodeFactory.instance.objectNode().put("x", 1.5);
    byte[] bytes = codec.encode(type, point, ByteOrder.LITTLE_ENDIAN);
    byte[] longer = Arrays.copyOf(bytes, bytes.length + 8);
    List<String> said = new ArrayList<>();
    assertThat(codec.decode(type, longer, ByteOrder.LITTLE_ENDIAN, said::add).path("x").asDouble())
        .isEqualTo(1.5);
    assertThat(said).singleElement().asString().contains("ends 8 bytes before the data does");
    assertThatThrownBy(() -> codec.decode(type, longer, ByteOrder.LITTLE_ENDIAN))
        .isInstanceOf(MalformedMessageException.class);
  }

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final MessageCatalog CATALOG = MessageCatalog.standard(Distribution.JAZZY);
  private static final CdrCodec CODEC = new CdrCodec(CATALOG);
  private static final TypeName DETECTIONS = TypeName.of("vision_msgs/msg/Detection3DArray");

  private static ObjectNode json(String text) throws Exception {
    return (ObjectNode) JSON.readTree(text.replace('\'', '"'));
  }

  private static String hex(TypeName type, String message, ByteOrder order) throws Exception {
    return HexFormat.of().formatHex(CODEC.encode(type, json(message), order));
  }

  @Test
  void aStringHasItsLengthAndAClosingZero() throws Exception {
    assertThat(hex(TypeName.of("std_msgs/msg/String"), "{'data': 'é'}", ByteOrder.LITTLE_ENDIAN))
        .isEqualTo("03000000c3a900");
  }

  @Test
  void numbersAreAlignedToTheirSize() throws Exception {
    assertThat(
            hex(
                TypeName.of("diagnostic_msgs/msg/DiagnosticStatus"),
                "{'level': 2, 'name': 'a'}",
                ByteOrder.LITTLE_ENDIAN))
        .startsWith("02" + "000000" + "02000000" + "6100" + "0000" + "01000000" + "00");
  }

  @Test
  void bigEndianTurnsEveryNumberRound() throws Exception {
    assertThat(
            hex(
                TypeName.of("builtin_interfaces/msg/Time"),
                "{'sec': -2, 'nanosec': 4294967295}",
                ByteOrder.BIG_ENDIAN))
        .isEqualTo("fffffffeffffffff");
  }

  @Test
  void anEmptyMessageIsOneByte() throws Exception {
    assertThat(hex(TypeName.of("std_msgs/msg/Empty"), "{}", ByteOrder.LITTLE_ENDIAN))
        .isEqualTo("00");
  }

  @Test
  void missingFieldsTakeTheDefaultOfTheDefinition() throws Exception {
    TypeName pose = TypeName.of("geometry_msgs/msg/Pose");
    byte[] bytes = CODEC.encode(pose, json("{}"), ByteOrder.LITTLE_ENDIAN);
    assertThat(CODEC.decode(pose, bytes, ByteOrder.LITTLE_ENDIAN).at("/orientation/w").asDouble())
        .isEqualTo(1.0);
  }

  @Test
  void everyStandardTypeSurvivesTheWireInBothByteOrders() {
    RandomMessages messages = new RandomMessages(CATALOG, new Random(7));
    MessageJson exact = new MessageJson(CATALOG);
    for (TypeName type : CATALOG.types()) {
      for (int i = 0; i < 10; i++) {
        ObjectNode message = exact.complete(type, messages.next(type));
        ByteOrder order = i % 2 == 0 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        byte[] bytes = CODEC.encode(type, message, order);
        assertThat((JsonNode) CODEC.decode(type, bytes, order))
            .as(type.toString())
            .isEqualTo(message);
      }
    }
  }

  @Test
  void everyTruncationIsRefused() {
    RandomMessages messages = new RandomMessages(CATALOG, new Random(11));
    byte[] bytes = CODEC.encode(DETECTIONS, messages.next(DETECTIONS), ByteOrder.LITTLE_ENDIAN);
    for (int length = 0; length < bytes.length; length++) {
      byte[] cut = Arrays.copyOf(bytes, length);
      assertThatThrownBy(() -> CODEC.decode(DETECTIONS, cut, ByteOrder.LITTLE_ENDIAN))
          .isInstanceOf(MalformedMessageException.class);
    }
  }

  @Test
  void arbitraryBytesEndInAMessageOrInARefusalAndNothingElse() {
    Random random = new Random(13);
    RandomMessages messages = new RandomMessages(CATALOG, random);
    for (TypeName type : CATALOG.types()) {
      for (int i = 0; i < 20; i++) {
        byte[] bytes = CODEC.encode(type, messages.next(type), ByteOrder.LITTLE_ENDIAN);
        for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
          bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        try {
          CODEC.decode(type, bytes, ByteOrder.LITTLE_ENDIAN);
        } catch (MalformedMessageException expected) {
          assertThat(expected).hasMessageContaining(type.toString());
        }
      }
    }
  }

  @Test
  void aHugeLengthIsRefusedBeforeAnythingIsAllocated() {
    byte[] fourGigabytes = HexFormat.of().parseHex("ffffffff" + "00000000");
    for (String type : new String[] {"std_msgs/msg/String", "tf2_msgs/msg/TFMessage"}) {
      assertThatThrownBy(
              () -> CODEC.decode(TypeName.of(type), fourGigabytes, ByteOrder.LITTLE_ENDIAN))
          .isInstanceOf(MalformedMessageException.class)
          .hasMessageContaining("4294967295")
          .hasMessageContaining("left");
    }
  }

  @Test
  void leftOverBytesSpeakOfAnotherDefinition() {
    assertThatThrownBy(
            () ->
                CODEC.decode(
                    TypeName.of("std_msgs/msg/Bool"), new byte[9], ByteOrder.LITTLE_ENDIAN))
        .isInstanceOf(MalformedMessageException.class)
        .hasMessage(
            "std_msgs/msg/Bool ends 8 bytes before the data does; the peer has another definition of it");
  }

  @Test
  void boundsOfTheUsersOwnTypesAreKept(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("my_msgs/msg/Note.msg");
    Files.createDirectories(file.getParent());
    Files.writeString(
        file, "string<=3 word 'ok'\nint8[<=2] few\nuint16[2] two # both\nbyte TOP=7\n");
    MessageCatalog catalog = CATALOG.with(folder);
    CdrCodec codec = new CdrCodec(catalog);
    TypeName note = TypeName.of("my_msgs/msg/Note");
    byte[] bytes = codec.encode(note, json("{'few': [-1, 5]}"), ByteOrder.LITTLE_ENDIAN);
    assertThat((JsonNode) codec.decode(note, bytes, ByteOrder.LITTLE_ENDIAN))
        .isEqualTo(
            new MessageJson(catalog)
                .complete(note, json("{'word':'ok','few':[-1,5],'two':[0,0]}")));
    assertThat(catalog.get(note).constants())
        .hasEntrySatisfying("TOP", top -> assertThat(top.asInt()).isEqualTo(7));
    assertThatThrownBy(() -> codec.encode(note, json("{'few':[1,2,3]}"), ByteOrder.LITTLE_ENDIAN))
        .hasMessage("my_msgs/msg/Note.few has 3 elements where at most 2 are allowed");
    assertThatThrownBy(() -> codec.encode(note, json("{'word':'long'}"), ByteOrder.LITTLE_ENDIAN))
        .hasMessageContaining("bound of 3");
  }

  @Test
  void aWideStringIsRefusedWithAWayOut(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("my_msgs/msg/Wide.msg");
    Files.createDirectories(file.getParent());
    Files.writeString(file, "wstring text\n");
    CdrCodec codec = new CdrCodec(CATALOG.with(folder));
    assertThatThrownBy(
            () ->
                codec.decode(TypeName.of("my_msgs/msg/Wide"), new byte[8], ByteOrder.LITTLE_ENDIAN))
        .isInstanceOf(MalformedMessageException.class)
        .hasMessageContaining("wstring")
        .hasMessageContaining("use string instead");
  }
}
