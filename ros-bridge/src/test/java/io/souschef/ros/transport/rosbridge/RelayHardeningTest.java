package io.souschef.ros.transport.rosbridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.ros.message.Distribution;
import io.souschef.ros.message.MessageCatalog;
import io.souschef.ros.message.TypeName;
import io.souschef.ros.transport.RosTransport.Qos;
import io.souschef.ros.transport.rosbridge.relay.RelayAccess;
import io.souschef.ros.transport.rosbridge.relay.RosbridgeRelay;
import io.souschef.ros.transport.rosbridge.relay.graph.RelayGraph;
import io.souschef.skills.failure.InvalidInputException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What strangers can do to the relay: nothing that they may not. */
@Timeout(60)
class RelayHardeningTest {

  private static final RelayAccess WITH_TOKEN =
      new RelayAccess(Set.of("https://app.foxglove.dev"), Optional.of("open sesame"));
  private static final RelayLimits SMALL = new RelayLimits(1 << 20, 1 << 20, 4 << 20);

  /** A client that knows nothing but WebSocket. */
  private static final class Client implements WebSocket.Listener {
    final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder partial = new StringBuilder();
    final WebSocket socket;

    Client(URI uri) {
      socket = HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(uri, this).join();
    }

    void say(String json) {
      socket.sendText(json.replace('\'', '"'), true).join();
    }

    String next() throws InterruptedException {
      String text = heard.poll(20, TimeUnit.SECONDS);
      assertThat(text).isNotNull();
      return text;
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
      partial.append(data);
      if (last) {
        heard.add(partial.toString());
        partial.setLength(0);
      }
      from.request(1);
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
      closed.complete(code);
      return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
      closed.complete(-1);
    }
  }

  private static String handshake(RosbridgeRelay relay, String resource, String... headers)
      throws IOException {
    URI uri = relay.uri();
    try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
      String request =
          "GET %s HTTP/1.1\r\nHost: %s:%d\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                  .formatted(resource, uri.getHost(), uri.getPort())
              + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
              + String.join("", headers)
              + "\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
          .readLine();
    }
  }

  @Test
  void aPageOfAnyOriginIsForbiddenAndAProgramIsNot() throws Exception {
    try (RosbridgeRelay relay = RosbridgeRelay.start("127.0.0.1", 0, RelayAccess.LOCAL)) {
      for (String origin : new String[] {"http://localhost:8000", "https://evil.example", "null"}) {
        assertThat(handshake(relay, "/", "Origin: " + origin + "\r\n"))
            .isEqualTo("HTTP/1.1 403 Forbidden");
      }
      assertThat(handshake(relay, "/")).startsWith("HTTP/1.1 101");
    }
  }

  @Test
  void withATokenNobodyGetsInWithoutItNotEvenANamedOrigin() throws Exception {
    try (RosbridgeRelay relay = RosbridgeRelay.start("127.0.0.1", 0, WITH_TOKEN)) {
      String page = "Origin: https://app.foxglove.dev\r\n";
      assertThat(handshake(relay, "/")).isEqualTo("HTTP/1.1 403 Forbidden");
      assertThat(handshake(relay, "/?token=wrong")).isEqualTo("HTTP/1.1 403 Forbidden");
      assertThat(handshake(relay, "/?token=%zz")).isEqualTo("HTTP/1.1 403 Forbidden");
      assertThat(handshake(relay, "/", page)).isEqualTo("HTTP/1.1 403 Forbidden");
      assertThat(handshake(relay, "/?token=open%20sesame")).startsWith("HTTP/1.1 101");
      assertThat(handshake(relay, "/?token=open+sesame", page)).startsWith("HTTP/1.1 101");
      assertThat(handshake(relay, "/", "Authorization: Bearer open sesame\r\n"))
          .startsWith("HTTP/1.1 101");
    }
  }

  @Test
  void beyondTheLoopbackAddressItAsksForAToken() {
    assertThatThrownBy(() -> RosbridgeRelay.start("0.0.0.0", 0, RelayAccess.LOCAL))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            "Whoever reaches 0.0.0.0 could drive the robot; give --token, or listen on 127.0.0.1");
    RosbridgeRelay.start("0.0.0.0", 0, WITH_TOKEN).close();
  }

  @Test
  void whatOneOffersAnotherCannotTakeNorAnswer() throws Exception {
    try (RosbridgeRelay relay = RosbridgeRelay.start("127.0.0.1", 0, RelayAccess.LOCAL)) {
      Client robot = new Client(relay.uri());
      Client thief = new Client(relay.uri());
      Client planner = new Client(relay.uri());
      robot.say("{'op': 'advertise_action', 'action': '/go', 'type': 'a/action/Go'}");
      robot.say("{'op': 'advertise_service', 'service': '/lamp', 'type': 'a/srv/Lamp'}");
      robot.say("{'op': 'no such'}");
      robot.next(); // so that what came before is known
      thief.say("{'op': 'advertise_action', 'action': '/go', 'type': 'a/action/Go'}");
      assertThat(thief.next()).contains("The action /go is offered by another client");
      thief.say("{'op': 'advertise_service', 'service': '/lamp', 'type': 'a/srv/Lamp'}");
      assertThat(thief.next()).contains("The service /lamp is offered by another client");
      thief.say("{'op': 'unadvertise_action', 'action': '/go'}");
      planner.say("{'op': 'send_action_goal', 'id': 'g', 'action': '/go', 'args': {}}");
      String goal = robot.next();
      assertThat(goal).contains("send_action_goal");
      String id = RosbridgeJson.MAPPER.readTree(goal).path("id").asText();
      String result =
          "{'op': 'action_result', 'id': '%s', 'action': '/go', 'values': {}, 'status': %d, 'result': true}";
      thief.say(result.formatted(id, 4));
      assertThat(thief.next()).contains("is run by another client");
      robot.say(result.formatted(id, 6));
      assertThat(planner.next()).contains("\"status\":6");
      planner.say("{'op': 'call_service', 'id': 'c', 'service': '/lamp', 'args': {}}");
      String call = RosbridgeJson.MAPPER.readTree(robot.next()).path("id").asText();
      String answer = "{'op': 'service_response', 'id': '%s', 'values': {}, 'result': %s}";
      thief.say(answer.formatted(call, "true"));
      assertThat(thief.next()).contains("Nobody asked this client");
      robot.say(answer.formatted(call, "false"));
      assertThat(planner.next()).contains("\"result\":false");
    }
  }

  @Test
  void whoSendsTooMuchIsClosedAndTheOthersAreServed() throws Exception {
    try (RosbridgeRelay relay =
        RosbridgeRelay.start("127.0.0.1", 0, new RelayGraph(), RelayAccess.LOCAL, SMALL)) {
      Client good = new Client(relay.uri());
      good.say("{'op': 'subscribe', 'topic': '/news'}");
      Client bad = new Client(relay.uri());
      try {
        bad.socket
            .sendText("{\"op\": \"publish\", \"topic\": \"/news\", \"msg\": {\"data\": \"", false)
            .join();
        for (int i = 0; i < 100; i++) {
          bad.socket.sendText("x".repeat(1 << 20), false).join();
        }
      } catch (CompletionException e) {
        assertThat(e).as("closed in the midst of it").isNotNull();
      }
      while (relay.connections() > 1) {
        Thread.sleep(10);
      }
      Client other = new Client(relay.uri());
      other.say("{'op': 'publish', 'topic': '/news', 'msg': {'data': 'all is well'}}");
      assertThat(good.next()).contains("all is well");
      assertThat(relay.died()).isNotDone();
    }
  }

  @Test
  void whoReadsTooSlowlyLosesMessagesOfTopicsAndNobodyElseDoes() throws Exception {
    try (RosbridgeRelay relay =
        RosbridgeRelay.start("127.0.0.1", 0, new RelayGraph(), RelayAccess.LOCAL, SMALL)) {
      Client good = new Client(relay.uri());
      good.say("{'op': 'subscribe', 'topic': '/news'}");
      try (Socket slow = new Socket(relay.uri().getHost(), relay.uri().getPort())) {
        String hello =
            "GET / HTTP/1.1|Host: x|Upgrade: websocket|Connection: Upgrade|"
                + "Sec-WebSocket-Version: 13|Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==||";
        slow.getOutputStream()
            .write(hello.replace("|", "\r\n").getBytes(StandardCharsets.US_ASCII));
        slow.getOutputStream().write(frame("{\"op\": \"subscribe\", \"topic\": \"/news\"}"));
        Client mouth = new Client(relay.uri());
        String news =
            "{'op': 'publish', 'topic': '/news', 'msg': {'data': '%s'}}"
                .formatted("x".repeat(500_000));
        for (int i = 0; i < 200; i++) {
          mouth.say(news);
          assertThat(good.next()).hasSizeGreaterThan(500_000);
        }
        assertThat(relay.unreadBytes()).isLessThan(4L << 20);
      }
    }
  }

  /** A masked text frame of less than 126 bytes (RFC 6455, 5.2), masked with zeros. */
  private static byte[] frame(String text) {
    byte[] body = text.getBytes(StandardCharsets.US_ASCII);
    byte[] frame = new byte[6 + body.length];
    frame[0] = (byte) 0x81;
    frame[1] = (byte) (0x80 | body.length);
    System.arraycopy(body, 0, frame, 6, body.length);
    return frame;
  }

  @Test
  void numbersThatAreNoneArriveAsSuchHoweverTheyAreWritten() throws Exception {
    try (RosbridgeRelay relay = RosbridgeRelay.start("127.0.0.1", 0, RelayAccess.LOCAL);
        RosbridgeTransport ears =
            RosbridgeTransport.connect(
                RelayFixture.patient(relay.uri()), MessageCatalog.standard(Distribution.JAZZY))) {
      BlockingQueue<ObjectNode> heard = new LinkedBlockingQueue<>();
      ears.subscribe(
          "/pose", TypeName.of("geometry_msgs/msg/PoseWithCovariance"), Qos.RELIABLE, heard::add);
      StringBuilder covariance = new StringBuilder("NaN, Infinity, -Infinity, null, 'NaN'");
      covariance.append(", 0".repeat(31));
      // As rosbridge writes it: past our relay, which would write null.
      String said =
          "{'op': 'publish', 'topic': '/pose', 'msg': {'covariance': [%s]}}"
              .formatted(covariance)
              .replace('\'', '"');
      ObjectNode message = null;
      for (int i = 0; i < 80 && message == null; i++) {
        // The relay may not have noticed yet that somebody listens.
        relay.sendToAll(said);
        message = heard.poll(250, TimeUnit.MILLISECONDS);
      }
      assertThat(message).isNotNull();
      assertThat(message.at("/covariance/0").doubleValue()).isNaN();
      assertThat(message.at("/covariance/1").doubleValue()).isEqualTo(Double.POSITIVE_INFINITY);
      assertThat(message.at("/covariance/2").doubleValue()).isEqualTo(Double.NEGATIVE_INFINITY);
      assertThat(message.at("/covariance/3").doubleValue()).isNaN();
      assertThat(message.at("/covariance/4").doubleValue()).isNaN();
      String written = RosbridgeJson.write(message);
      assertThat(written).doesNotContain("NaN", "Infinity").contains("[null,null,null,null,null,");
    }
  }
}
