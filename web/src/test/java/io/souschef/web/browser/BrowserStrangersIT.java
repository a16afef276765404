package io.souschef.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.souschef.web.Kitchens;
import io.souschef.web.PlannedBrain;
import io.souschef.web.WebServer;
import io.souschef.web.live.Commands;
import io.souschef.web.live.LiveKitchen;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;

/** Pages of other people, and people without the token. */
class BrowserStrangersIT extends BrowserTests {

  private static final String TOKEN = "0123456789abcdef";

  private static final String ATTACK =
      """
      const [url, told] = arguments;
      const got = [];
      const command = (type, mode) => fetch(url + 'api/v1/commands',
        {method: 'POST', mode, body: '{"type":"stop"}', headers: {'Content-Type': type}})
        .then((a) => a.type !== 'opaque' && got.push('command ' + a.status), () => {});
      const wire = new Promise((done) => {
        const socket = new WebSocket(url.replace('http', 'ws') + 'api/v1/live');
        socket.onmessage = () => { got.push('wire'); done(); };
        socket.onerror = done;
      });
      const image = new Promise((done) => {
        const frame = document.createElement('iframe');
        frame.src = url;
        frame.onload = () => {
          try { if (frame.contentDocument && frame.contentDocument.body.children.length) got.push('frame'); } catch (e) { }
          done();
        };
        document.body.append(frame);
      });
      Promise.all([
        fetch(url + 'api/v1/state').then((a) => got.push('state ' + a.status), () => {}),
        command('application/json', 'cors'), command('text/plain', 'no-cors'), wire, image,
      ]).then(() => told(got));
      """;

  @TempDir Path out;

  private static HttpServer stranger() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          byte[] page = "<!doctype html><title>win</title><body>".getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().add("Content-Type", "text/html");
          exchange.sendResponseHeaders(200, page.length);
          exchange.getResponseBody().write(page);
          exchange.close();
        });
    server.start();
    return server;
  }

  @Test
  void a_page_of_another_site_gets_nothing_and_does_nothing() throws IOException {
    HttpServer stranger = stranger();
    try (LivePage page = new LivePage(browser, out, 4, PlannedBrain::asking)) {
      browser.get("http://127.0.0.1:" + stranger.getAddress().getPort() + "/");

      Object got = browser.executeAsyncScript(ATTACK, page.url());

      assertThat((List<?>) got).isEmpty();
      assertThat(page.kitchen().state().path("status").asText()).isEqualTo("idle");
    } finally {
      stranger.stop(0);
    }
  }

  @Test
  void without_the_token_a_browser_sees_no_kitchen() {
    try (LiveKitchen kitchen = new LiveKitchen(Kitchens.small(), 1, 4, out);
        WebServer server =
            WebServer.open(
                new WebServer.Address("localhost", 0, TOKEN),
                kitchen,
                new Commands(kitchen, new PlannedBrain()))) {
      String bare = server.url().replaceFirst("\\?.*", "");
      for (String wrong : List.of(bare, bare + "?token=wrong", bare + "api/v1/state")) {
        browser.get(wrong);
        assertThat(browser.findElement(By.tagName("body")).getText()).contains("A token is needed");
      }

      browser.get(server.url());

      assertThat(browser.findElements(By.id("kitchen"))).hasSize(1);
      browser.get(bare);
      assertThat(browser.findElements(By.id("kitchen"))).hasSize(1);
      browser.manage().deleteAllCookies();
    }
  }
}
