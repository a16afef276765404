package io.souschef.ros.parameter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.ros.message.Distribution;
import io.souschef.ros.message.MessageCatalog;
import io.souschef.ros.message.TypeName;
import io.souschef.ros.transport.RosTransport;
import io.souschef.ros.transport.RosTransport.Registration;
import io.souschef.ros.transport.rosbridge.RelayFixture;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Parameters, as {@code ros2 param} asks for them. */
@Timeout(60)
class ParametersTest {

  private static final MessageCatalog CATALOG = MessageCatalog.standard(Distribution.JAZZY);

  private final RelayFixture relay = new RelayFixture();
  private final RosTransport node = relay.connect(CATALOG);
  private final RosTransport client = relay.connect(CATALOG);
  private final AtomicReference<String> busy = new AtomicReference<>("refuse");
  private final Parameters parameters = new Parameters();

  ParametersTest() {
    parameters.add(
        Parameter.text(
            "busy",
            busy::get,
            wanted -> {
              busy.set(wanted);
              return "";
            }));
    parameters.add(Parameter.flag("arm", () -> true, wanted -> "it is only told"));
  }

  @AfterEach
  void close() {
    client.close();
    node.close();
    relay.close();
  }

  private ObjectNode call(String below, String name, String type, ObjectNode request)
      throws Exception {
    return client
        .call(
            below + "/" + name,
            TypeName.of("rcl_interfaces/srv/" + type),
            request,
            Duration.ofSeconds(20))
        .get();
  }

  private static ObjectNode json() {
    return JsonNodeFactory.instance.objectNode();
  }

  private JsonNode set(String name, ObjectNode value) throws Exception {
    ObjectNode request = json();
    request.putArray("parameters").addObject().put("name", name).set("value", value);
    return call("/souschef", "set_parameters", "SetParameters", request).at("/results/0");
  }

  private JsonNode values(String below, List<String> names) throws Exception {
    ObjectNode request = json();
    names.forEach(request.putArray("names")::add);
    return call(below, "get_parameters", "GetParameters", request).path("values");
  }

  private static ObjectNode text(String words) {
    return json().put("type", 4).put("string_value", words);
  }

  @Test
  void theyAreListedReadAndSet() throws Exception {
    try (Registration served = parameters.serve(node, "/souschef")) {
      assertThat(served).isNotNull();
      assertThat(
              call("/souschef", "list_parameters", "ListParameters", json())
                  .at("/result/names")
                  .toString())
          .isEqualTo("[\"arm\",\"busy\"]");
      assertThat(set("busy", text("queue")).path("successful").asBoolean()).isTrue();
      JsonNode values = values("/souschef", List.of("busy", "arm", "speed"));
      assertThat(values.at("/0/string_value").asText()).isEqualTo("queue");
      assertThat(values.at("/1/bool_value").asBoolean()).isTrue();
      assertThat(values.at("/2/type").asInt()).as("there is none").isZero();
    }
  }

  @Test
  void whatCannotBeSetIsSaidWithTheReason() throws Exception {
    try (Registration served = parameters.serve(node, "/souschef")) {
      assertThat(served).isNotNull();
      assertThat(set("arm", json().put("type", 1).put("bool_value", false)).path("reason").asText())
          .isEqualTo("it is only told");
      assertThat(set("busy", json().put("type", 1).put("bool_value", true)).path("reason").asText())
          .isEqualTo("busy is a text");
      assertThat(set("arm", text("true")).path("reason").asText())
          .isEqualTo("arm is true or false");
      assertThat(set("sp\u001beed", text("1")).path("reason").asText())
          .isEqualTo("there is no parameter 'sp\\u001beed'; there is arm, busy");
      assertThat(busy).hasValue("refuse");
    }
  }

  @Test
  void theSameOnesAreServedBelowSeveralNamesAndNotTwiceBelowOne() throws Exception {
    try (Registration first = parameters.serve(node, "/souschef")) {
      assertThat(first).isNotNull();
      try (Registration again = parameters.serve(node, "/souschef");
          Registration other = parameters.serve(node, "/kitchen/chef")) {
        assertThat(List.of(again, other)).hasSize(2);
        assertThat(values("/kitchen/chef", List.of("arm"))).hasSize(1);
      }
      assertThat(values("/souschef", List.of("arm"))).as("still there").hasSize(1);
    }
  }
}
