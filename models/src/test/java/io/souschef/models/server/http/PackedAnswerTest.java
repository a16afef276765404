package io.souschef.models.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** Answers that a server, or something between, packed without being asked to. */
class PackedAnswerTest {

  private static final byte[] ANSWER = "{\"a\": 1}".getBytes(StandardCharsets.UTF_8);

  private static byte[] packed(byte[] bytes, int times) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      for (int i = 0; i < times; i++) {
        gzip.write(bytes);
      }
    }
    return out.toByteArray();
  }

  private static byte[] answered(String encoding, byte[] body) throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          exchange.getResponseHeaders().set("Content-Encoding", encoding);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    try {
      URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
      HttpResponse<byte[]> response =
          new HttpPost(Map.of(), Duration.ofSeconds(20))
              .send(address, "{}", Duration.ofSeconds(20));
      return PackedBody.unpacked(response);
    } finally {
      server.stop(0);
    }
  }

  @Test
  void gzipIsReadAndWhatIsNotPackedToo() throws Exception {
    assertThat(answered("gzip", packed(ANSWER, 1))).isEqualTo(ANSWER);
    assertThat(answered("X-GZIP", packed(ANSWER, 1))).isEqualTo(ANSWER);
    assertThat(answered("identity", ANSWER)).isEqualTo(ANSWER);
  }

  @Test
  void otherPackingsAndDamageAreSaid() {
    assertThatThrownBy(() -> answered("br", ANSWER))
        .isInstanceOf(RetriableException.class)
        .hasMessage("its answer is packed as 'br', which was not asked for");
    assertThatThrownBy(() -> answered("gzip", ANSWER))
        .isInstanceOf(RetriableException.class)
        .hasMessageContaining("says that it is packed as gzip, and is not");
  }

  @Test
  void whatUnpacksWithoutEndIsGivenUp() {
    assertThatThrownBy(() -> answered("gzip", packed(new byte[1 << 20], 40)))
        .isInstanceOf(ServerRefusal.class)
        .hasMessageContaining("longer than 32 MiB");
  }
}
