package io.souschef.ros.transport.rosbridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.souschef.ros.transport.rosbridge.relay.RelayAccess;
import io.souschef.ros.transport.rosbridge.relay.RosbridgeRelay;
import io.souschef.ros.transport.rosbridge.relay.graph.RelayGraph;
import io.souschef.skills.failure.InvalidInputException;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What many strangers can do to the relay together, where each keeps to its own limits. */
@Timeout(60)
class RelayCrowdTest {

  private static final int MIB = 1 << 20;
  private static final int CLIENTS = 12;

  /** Messages of 4 MiB each, of 8 MiB all together. */
  private static final RelayLimits LIMITS =
      new RelayLimits(4 * MIB, 4L * MIB, 8L * MIB, 8L * MIB, CLIENTS);

  private static final String HELLO =
      "GET / HTTP/1.1|Host: x|Upgrade: websocket|Connection: Upgrade|"
          + "Sec-WebSocket-Version: 13|Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==||";

  private final RosbridgeRelay relay =
      RosbridgeRelay.start("127.0.0.1", 0, new RelayGraph(), RelayAccess.LOCAL, LIMITS);
  private final List<Socket> sockets = new ArrayList<>();

  @AfterEach
  void leave() throws IOException {
    for (Socket socket : sockets) {
      socket.close();
    }
    relay.close();
  }

  private Socket connect() throws IOException {
    URI uri = relay.uri();
    Socket socket = new Socket(uri.getHost(), uri.getPort());
    socket.setSoTimeout(20_000);
    sockets.add(socket);
    return socket;
  }

  private Socket hello() throws IOException {
    Socket socket = connect();
    socket.getOutputStream().write(HELLO.replace("|", "\r\n").getBytes(StandardCharsets.US_ASCII));
    StringBuilder answer = new StringBuilder();
    while (answer.indexOf("\r\n\r\n") < 0) {
      int next = socket.getInputStream().read();
      if (next < 0) {
        throw new IOException("turned away");
      }
      answer.append((char) next);
    }
    assertThat(answer).startsWith("HTTP/1.1 101");
    return socket;
  }

  /** The head of a masked text frame (RFC 6455, 5.2), and none of its content. */
  private static byte[] head(boolean last, long length) {
    return ByteBuffer.allocate(14)
        .put((byte) (last ? 0x81 : 0x01))
        .put((byte) (0x80 | 127))
        .putLong(length)
        .putInt(0)
        .array();
  }

  private static byte[] frame(String text) {
    byte[] body = text.replace('\'', '"').getBytes(StandardCharsets.US_ASCII);
    return ByteBuffer.allocate(14 + body.length).put(head(true, body.length)).put(body).array();
  }

  private static boolean isClosed(Socket socket) throws IOException {
    // A close frame says why, or the connection simply ends.
    int first = socket.getInputStream().read();
    return first < 0 || first == 0x88;
  }

  private void isServedStill() throws IOException {
    Socket ears = hello();
    ears.getOutputStream().write(frame("{'op': 'no such'}"));
    assertThat(isClosed(ears)).isFalse();
    assertThat(relay.died()).isNotDone();
  }

  @Test
  void moreClientsThanThereMayBeAreTurnedAwayAndTheDoorStaysOpen() throws Exception {
    for (int i = 0; i < CLIENTS; i++) {
      connect(); // says nothing
    }
    assertThatThrownBy(this::hello).isInstanceOf(IOException.class);
    for (Socket socket : sockets) {
      socket.close();
    }
    for (boolean in = false; !in; ) {
      try {
        isServedStill();
        in = true;
      } catch (IOException e) {
        Thread.sleep(20); // it has not noticed yet that the others left
      }
    }
  }

  @Test
  void slowReadersTogetherKeepNoMoreThanThereIsForAll() throws Exception {
    for (int i = 0; i < 8; i++) {
      hello().getOutputStream().write(frame("{'op': 'subscribe', 'topic': '/news'}"));
    }
    Socket mouth = hello();
    String news =
        "{'op': 'publish', 'topic': '/news', 'msg': {'data': '%s'}}".formatted("x".repeat(MIB));
    for (int i = 0; i < 60; i++) {
      mouth.getOutputStream().write(frame(news));
    }
    mouth.getOutputStream().write(frame("{'op': 'no such'}"));
    assertThat(isClosed(mouth)).isFalse(); // so that all before it was read
    assertThat(relay.unreadBytes()).isLessThan(20L * MIB);
    isServedStill();
  }

  @Test
  void namesWithoutEndAreRefused() throws Exception {
    Socket socket = hello();
    String longName = "/" + "n".repeat(1000);
    for (String op : new String[] {"subscribe", "advertise"}) {
      socket
          .getOutputStream()
          .write(frame("{'op': '%s', 'topic': '%s', 'type': 'a/msg/B'}".formatted(op, longName)));
      assertThat(isClosed(socket)).isFalse();
      StringBuilder answer = new StringBuilder();
      while (answer.indexOf("}") < 0) {
        answer.append((char) socket.getInputStream().read());
      }
      assertThat(answer).contains("at most");
    }
  }

  @Test
  void anOriginIsWrittenAsBrowsersDoHoweverItIsTyped() {
    RelayAccess access =
        new RelayAccess(
            Set.of("HTTPS://App.Example/", "http://localhost:80", "http://[::1]:8080"),
            Optional.empty());
    assertThat(access.origins())
        .containsExactlyInAnyOrder("https://app.example", "http://localhost", "http://[::1]:8080");
    for (String wrong :
        new String[] {"*", "null", "", "app.example", "file:///", "https://a/b", "https://a?b"}) {
      assertThatThrownBy(() -> new RelayAccess(Set.of(wrong), Optional.empty()))
          .as(wrong)
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("is no origin of web pages");
    }
  }

  @Test
  void anEmptyTokenIsNone() {
    for (String token : new String[] {"", "  "}) {
      assertThatThrownBy(() -> new RelayAccess(Set.of(), Optional.of(token)))
          .isInstanceOf(InvalidInputException.class);
    }
  }
}
