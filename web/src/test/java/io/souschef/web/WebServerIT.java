package io.souschef.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.souschef.skills.InvalidInputException;
import io.souschef.web.live.Commands;
import io.souschef.web.live.LiveKitchen;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebServerIT {

  private static final String TOKEN = "0123456789abcdef";

  @TempDir Path out;

  private interface Visit {
    void pay(int port) throws IOException;
  }

  private void visit(String token, Visit visit) throws IOException {
    try (LiveKitchen kitchen = new LiveKitchen(Kitchens.small(), 1, Double.POSITIVE_INFINITY, out);
        WebServer server =
            WebServer.open(
                new WebServer.Address("127.0.0.1", 0, token),
                kitchen,
                new Commands(kitchen, new PlannedBrain()))) {
      visit.pay(URI.create(server.url()).getPort());
    }
  }

  /** Plain bytes over a socket, since clients of the JDK do not let one lie about the host. */
  private static String ask(int port, String method, String path, String headers, String body)
      throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(20_000);
      OutputStream stream = socket.getOutputStream();
      String length = body.isEmpty() ? "" : "Content-Length: " + body.length() + "\r\n";
      stream.write(
          (method
                  + " "
                  + path
                  + " HTTP/1.1\r\nConnection: close\r\n"
                  + headers
                  + length
                  + "\r\n"
                  + body)
              .getBytes(StandardCharsets.UTF_8));
      stream.flush();
      InputStream answer = socket.getInputStream();
      return new String(answer.readNBytes(4_000_000), StandardCharsets.UTF_8);
    }
  }

  private static String host(int port) {
    return "Host: localhost:" + port + "\r\n";
  }

  @Test
  void pages_scripts_and_the_api_are_served_from_here_alone() throws IOException {
    visit(
        "",
        port -> {
          for (String path :
              new String[] {
                "/",
                "/replay",
                "/api",
                "/page/live.js",
                "/page/three.module.min.js",
                "/page/OrbitControls.js",
                "/api/v1/state",
                "/api/v1/openapi.json"
              }) {
            assertThat(ask(port, "GET", path, host(port), ""))
                .as(path)
                .startsWith("HTTP/1.1 200")
                .contains("Content-Security-Policy: default-src 'none'");
          }
          assertThat(ask(port, "GET", "/page/live.html", host(port), ""))
              .doesNotContain("http://")
              .doesNotContain("https://");
          for (String path :
              new String[] {
                "/nothing", "/page/../live.html", "/page/Assets.class", "/page/%2e%2e"
              }) {
            assertThat(ask(port, "GET", path, host(port), "")).as(path).startsWith("HTTP/1.1 40");
          }
        });
  }

  @Test
  void foreign_origins_and_foreign_names_get_nothing() throws IOException {
    visit(
        "",
        port -> {
          String wire =
              """
              Upgrade: websocket
              Connection: Upgrade
              Sec-WebSocket-Version: 13
              Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==
              """
                  .replace("\n", "\r\n");
          assertThat(
                  ask(
                      port,
                      "GET",
                      "/api/v1/live",
                      host(port) + wire + "Origin: http://evil\r\n",
                      ""))
              .startsWith("HTTP/1.1 403");
          assertThat(ask(port, "GET", "/", "Host: evil.example\r\n", ""))
              .startsWith("HTTP/1.1 403");
          String json = "Content-Type: application/json\r\n";
          String stop = "{\"type\":\"stop\"}";
          assertThat(
                  ask(
                      port,
                      "POST",
                      "/api/v1/commands",
                      host(port) + json + "Origin: http://localhost.evil\r\n",
                      stop))
              .startsWith("HTTP/1.1 403");
          assertThat(
                  ask(
                      port,
                      "POST",
                      "/api/v1/commands",
                      host(port) + "Content-Type: text/plain\r\n",
                      stop))
              .startsWith("HTTP/1.1 415");
          assertThat(ask(port, "POST", "/api/v1/commands", host(port) + json, stop))
              .startsWith("HTTP/1.1 202");
        });
  }

  @Test
  void without_the_token_nobody_gets_anything() throws IOException {
    visit(
        TOKEN,
        port -> {
          assertThat(ask(port, "GET", "/", host(port), "")).startsWith("HTTP/1.1 403");
          assertThat(ask(port, "GET", "/?token=wrong", host(port), "")).startsWith("HTTP/1.1 403");
          assertThat(ask(port, "GET", "/?token=" + TOKEN, host(port), ""))
              .startsWith("HTTP/1.1 200")
              .containsIgnoringCase("HttpOnly");
          assertThat(
                  ask(
                      port,
                      "GET",
                      "/api/v1/state",
                      host(port) + "Authorization: Bearer " + TOKEN + "\r\n",
                      ""))
              .startsWith("HTTP/1.1 200");
        });
  }

  @Test
  void what_is_too_much_or_nonsense_is_refused_with_a_sentence() throws IOException {
    visit(
        "",
        port -> {
          String json = host(port) + "Content-Type: application/json\r\n";
          assertThat(ask(port, "POST", "/api/v1/commands", json, "nonsense"))
              .startsWith("HTTP/1.1 400")
              .contains("message");
          assertThat(ask(port, "POST", "/api/v1/commands", json, "x".repeat(100_000)))
              .startsWith("HTTP/1.1 413");
          assertThat(ask(port, "GET", "/api/v1/requests/1/trace", host(port), ""))
              .startsWith("HTTP/1.1 404")
              .contains("There is no request 1");
          assertThat(ask(port, "DELETE", "/", host(port), "")).startsWith("HTTP/1.1 405");
        });
  }

  @Test
  void elsewhere_than_on_loopback_a_token_is_required() {
    assertThatThrownBy(() -> new WebServer.Address("0.0.0.0", 8088, ""))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("token");
  }
}
