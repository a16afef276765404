package io.souschef.ros.transport.rosbridge.relay.graph;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializable;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Topics that many join, leave and fill at once. */
@Timeout(60)
class RelayTopicsTest {

  private final RelayTopics topics = new RelayTopics();

  /** A client that keeps what it is sent. */
  private static final class Client implements RelayPeer {
    final List<ObjectNode> messages = new CopyOnWriteArrayList<>();
    final List<String> warnings = new CopyOnWriteArrayList<>();

    @Override
    public void send(ObjectNode message) {
      messages.add(message);
    }

    @Override
    public void warn(String what) {
      warnings.add(what);
    }
  }

  private static ObjectNode on(String topic) {
    return JsonNodeFactory.instance.objectNode().put("topic", topic).put("type", "std_msgs/String");
  }

  private static ObjectNode latching(String topic) {
    return on(topic).put("latch", true);
  }

  private static ObjectNode text(String topic, String words) {
    ObjectNode message = on(topic);
    message.putObject("msg").put("data", words);
    return message;
  }

  private Client late(String topic) {
    Client client = new Client();
    topics.subscribe(client, on(topic));
    return client;
  }

  @Test
  void whoJoinsWhileTheLastOneLeavesHearsWhatComes() throws Exception {
    AtomicBoolean over = new AtomicBoolean();
    CompletableFuture<Void> others =
        CompletableFuture.runAsync(
            () -> {
              while (!over.get()) {
                Client passing = late("/tf");
                topics.leave(passing);
              }
            });
    for (int i = 0; i < 20_000; i++) {
      Client client = late("/tf");
      topics.publish(text("/tf", "news"));
      assertThat(client.messages).as("round %s", i).isNotEmpty();
      topics.unsubscribe(client, on("/tf"));
    }
    over.set(true);
    others.get(20, TimeUnit.SECONDS);
  }

  @Test
  void whatIsNotUsedAnyMoreTakesNoPlace() {
    Client busy = new Client();
    for (int i = 0; i < NameLimit.MOST + 5; i++) {
      topics.subscribe(busy, on("/topic" + i));
      topics.unsubscribe(busy, on("/topic" + i));
      topics.advertise(busy, on("/topic" + i));
      topics.unadvertise(busy, on("/topic" + i));
    }
    assertThat(busy.warnings).isEmpty();
    Client other = late("/tf");
    topics.publish(text("/tf", "news"));
    assertThat(other.messages).hasSize(1);
  }

  @Test
  void atTheLimitNewNamesAreRefusedAndKnownOnesAreNot() {
    RelayNames services = new RelayNames("service");
    Client many = new Client();
    for (int i = 0; i < NameLimit.MOST; i++) {
      topics.subscribe(many, on("/topic" + i));
      services.advertise(many, "/service" + i, "std_srvs/Trigger");
    }
    topics.subscribe(many, on("/topic7"));
    services.advertise(many, "/service7", "std_srvs/Trigger");
    assertThat(many.warnings).isEmpty();
    Client late = late("/one_more");
    services.advertise(late, "/one_more", "std_srvs/Trigger");
    assertThat(late.warnings)
        .containsExactly(
            "This small rosbridge keeps at most 10000 topics, of names up to 500 characters",
            "This small rosbridge keeps at most 10000 services, of names up to 500 characters");
  }

  @Test
  void aLongMessageThatIsLatchedKeepsNobodyElseWaiting() throws Exception {
    CountDownLatch written = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    Client robot = new Client();
    topics.advertise(robot, latching("/map"));
    topics.advertise(robot, latching("/e_stop"));
    ObjectNode map = on("/map");
    map.putObject("msg").putPOJO("data", new Slow(written, goOn));
    CompletableFuture<Void> publishing = CompletableFuture.runAsync(() -> topics.publish(map));
    assertThat(written.await(20, TimeUnit.SECONDS)).isTrue();
    CompletableFuture.runAsync(() -> topics.publish(text("/e_stop", "true")))
        .get(20, TimeUnit.SECONDS);
    assertThat(late("/e_stop").messages).hasSize(1);
    goOn.countDown();
    publishing.get(20, TimeUnit.SECONDS);
  }

  /** Something that takes its time to be written. */
  private record Slow(CountDownLatch begun, CountDownLatch goOn) implements JsonSerializable {

    @Override
    public void serialize(JsonGenerator out, SerializerProvider provider) throws IOException {
      begun.countDown();
      try {
        goOn.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      out.writeString("long");
    }

    @Override
    public void serializeWithType(
        JsonGenerator out, SerializerProvider provider, TypeSerializer type) throws IOException {
      serialize(out, provider);
    }
  }

  @Test
  void aStrangerTakesNobodysLatchedMessageAway() {
    Client robot = new Client();
    Client stranger = new Client();
    topics.advertise(robot, latching("/e_stop"));
    topics.publish(text("/e_stop", "true"));
    topics.unadvertise(stranger, on("/e_stop"));
    topics.advertise(stranger, on("/e_stop"));
    assertThat(late("/e_stop").messages).hasSize(1);
    topics.leave(robot);
    assertThat(late("/e_stop").messages).isEmpty();
  }

  @Test
  void clientsThatFillTheRoomDoNotKeepOutHowGoalsEnded() {
    Client robot = new Client();
    for (int i = 0; i < 20; i++) {
      topics.advertise(robot, latching("/map" + i));
      topics.publish(text("/map" + i, "x".repeat(1 << 20)));
    }
    topics.publishLatched("/drive/_action/status", on("ignored"));
    assertThat(late("/drive/_action/status").messages).hasSize(1);
    topics.forgetLatched("/drive/_action/status");
    assertThat(late("/drive/_action/status").messages).isEmpty();
  }
}
