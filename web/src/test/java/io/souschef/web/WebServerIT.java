package io.souschef.web;

import static io.souschef.web.RawVisitor.ask;
import static io.souschef.web.RawVisitor.host;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.skills.failure.InvalidInputException;
import io.souschef.web.replay.SceneJson;
import io.souschef.web.run.WatchedRun;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebServerIT {

  private static final String TOKEN = "0123456789abcdef";

  @TempDir Path out;

  @Test
  void pages_scripts_and_the_api_are_served_from_here_alone() throws IOException {
    RawVisitor.visit(
        out,
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
    RawVisitor.visit(
        out,
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
    RawVisitor.visit(
        out,
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
    RawVisitor.visit(
        out,
        "",
        port -> {
          String json = host(port) + "Content-Type: application/json\r\n";
          assertThat(ask(port, "POST", "/api/v1/commands", json, "nonsense"))
              .startsWith("HTTP/1.1 400")
              .contains("A command is a JSON object", "from column");
          assertThat(ask(port, "POST", "/api/v1/commands", json, "x".repeat(100_000)))
              .startsWith("HTTP/1.1 413");
          assertThat(ask(port, "GET", "/api/v1/requests/1/trace", host(port), ""))
              .startsWith("HTTP/1.1 404")
              .contains("There is no request 1");
          assertThat(ask(port, "DELETE", "/", host(port), "")).startsWith("HTTP/1.1 405");
          assertThat(ask(port, "GET", "/api/v1/commands", host(port), ""))
              .startsWith("HTTP/1.1 405")
              .contains("with POST");
        });
  }

  @Test
  void elsewhere_than_on_loopback_a_token_is_required() {
    assertThatThrownBy(() -> new WebServer.Address("0.0.0.0", 8088, ""))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("token");
  }

  @Test
  void of_a_run_only_what_it_names_is_read_and_nothing_is_done() throws IOException {
    WatchedRun run =
        new WatchedRun() {
          @Override
          public ObjectNode json() {
            return SceneJson.JSON.createObjectNode().put("planned", 3);
          }

          @Override
          public Path trace(String name) {
            throw new InvalidInputException("The run has no attempt of that name");
          }
        };
    try (WebServer server = WebServer.open(new WebServer.Address("127.0.0.1", 0, ""), run)) {
      int port = URI.create(server.url()).getPort();
      assertThat(ask(port, "GET", "/api/v1/run", host(port), "")).contains("\"planned\":3");
      assertThat(ask(port, "GET", "/", host(port), "")).startsWith("HTTP/1.1 200");
      for (String path :
          new String[] {
            "/api/v1/run/attempts/..%2f..%2fetc/replay",
            "/api/v1/run/attempts/../../../etc/passwd/replay",
            "/api/v1/run/attempts/none/replay",
            "/api/v1/run/attempts/none/page",
            "/api/v1/state",
            "/page/..%2f..%2frun.html",
            "/api/v1/live"
          }) {
        assertThat(ask(port, "GET", path, host(port), "")).as(path).startsWith("HTTP/1.1 40");
      }
      assertThat(
              ask(
                  port,
                  "POST",
                  "/api/v1/commands",
                  host(port) + "Content-Type: application/json\r\n",
                  "{\"type\":\"stop\"}"))
          .startsWith("HTTP/1.1 405");
      assertThat(ask(port, "GET", "/api/v1/run", "Host: evil.example\r\n", ""))
          .startsWith("HTTP/1.1 403");
    }
  }
}
