package io.souschef.ros.message.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.ros.message.Distribution;
import io.souschef.ros.message.MalformedMessageException;
import io.souschef.ros.message.MessageCatalog;
import io.souschef.ros.message.TypeName;
import org.junit.jupiter.api.Test;

class MessageJsonTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final MessageJson MESSAGES =
      new MessageJson(MessageCatalog.standard(Distribution.JAZZY));
  private static final TypeName IMAGE = TypeName.of("sensor_msgs/msg/Image");

  private static ObjectNode json(String text) throws Exception {
    return (ObjectNode) JSON.readTree(text.replace('\'', '"'));
  }

  @Test
  void bytesTravelAsBase64() throws Exception {
    ObjectNode image = MESSAGES.given(IMAGE, json("{'data': [1, 2, 255]}"));
    assertThat(image).hasToString("{\"data\":\"AQL/\"}");
    assertThat(MESSAGES.received(IMAGE, json(image.toString())).get("data").binaryValue())
        .containsExactly(1, 2, -1);
  }

  @Test
  void wholeNumbersInFloatFieldsStayFloats() throws Exception {
    assertThat(MESSAGES.given(TypeName.of("geometry_msgs/msg/Point"), json("{'x': 1}")))
        .hasToString("{\"x\":1.0}");
  }

  @Test
  void whatIsNoNumberArrivesAsNull() throws Exception {
    assertThat(
            MESSAGES
                .received(TypeName.of("std_msgs/msg/Float64"), json("{'data': null}"))
                .get("data")
                .doubleValue())
        .isNaN();
  }

  @Test
  void aFieldThatIsNotThereIsNamedWithThoseThatAre() throws Exception {
    assertThatThrownBy(
            () ->
                MESSAGES.given(
                    TypeName.of("geometry_msgs/msg/PoseStamped"),
                    json("{'pose': {'positon': {}}}")))
        .isInstanceOf(MalformedMessageException.class)
        .hasMessage(
            "geometry_msgs/msg/PoseStamped.pose has no field 'positon'; its fields are [position, orientation]");
  }

  @Test
  void whatANewerPeerAddsIsLeftOut() throws Exception {
    assertThat(MESSAGES.received(TypeName.of("std_msgs/msg/Bool"), json("{'data':true,'new':1}")))
        .hasToString("{\"data\":true}");
  }

  @Test
  void anIntegerOutsideItsRangeIsRefused() throws Exception {
    assertThatThrownBy(() -> MESSAGES.given(IMAGE, json("{'height': -1}")))
        .hasMessage("sensor_msgs/msg/Image.height is -1, outside the range of uint32");
  }
}
