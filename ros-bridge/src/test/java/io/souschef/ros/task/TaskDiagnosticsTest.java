package io.souschef.ros.task;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.ros.mapping.Diagnosis;
import io.souschef.ros.message.Distribution;
import io.souschef.ros.message.MessageCatalog;
import io.souschef.ros.transport.RosTransport;
import io.souschef.ros.transport.RosTransport.Qos;
import io.souschef.ros.transport.rosbridge.RelayFixture;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How a node is, on {@code /diagnostics}. */
@Timeout(60)
class TaskDiagnosticsTest {

  private static final MessageCatalog CATALOG = MessageCatalog.standard(Distribution.JAZZY);

  @Test
  void itTellsAgainAndAgainHowItIsNow() throws Exception {
    BlockingQueue<ObjectNode> heard = new LinkedBlockingQueue<>();
    AtomicInteger times = new AtomicInteger();
    try (RelayFixture relay = new RelayFixture();
        RosTransport node = relay.connect(CATALOG);
        RosTransport listener = relay.connect(CATALOG)) {
      listener.subscribe(TaskDiagnostics.TOPIC, TaskDiagnostics.TYPE, Qos.RELIABLE, heard::add);
      try (TaskDiagnostics told =
          new TaskDiagnostics(
              node,
              () ->
                  new Diagnosis(
                      Diagnosis.Level.WARN,
                      "planner",
                      "held",
                      Map.of("time", Integer.toString(times.incrementAndGet()))))) {
        assertThat(told).isNotNull();
        int first = time(heard);
        assertThat(time(heard)).isGreaterThan(first);
      }
    }
  }

  private static int time(BlockingQueue<ObjectNode> heard) throws Exception {
    ObjectNode message = heard.poll(20, TimeUnit.SECONDS);
    assertThat(message).as("a message").isNotNull();
    JsonNode status = message.at("/status/0");
    assertThat(status.path("level").asInt()).isEqualTo(1);
    assertThat(status.path("name").asText()).isEqualTo("souschef: planner");
    assertThat(status.path("message").asText()).isEqualTo("held");
    return Integer.parseInt(status.at("/values/0/value").asText());
  }
}
