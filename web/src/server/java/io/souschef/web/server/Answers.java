package io.souschef.web.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.web.export.HtmlExport;
import io.souschef.web.page.Assets;
import io.souschef.web.replay.Replay;
import io.souschef.web.replay.SceneJson;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * What one request is answered with.
 *
 * @param response to write to
 * @param callback called when it is out
 */
record Answers(Response response, Callback callback) {

  static final String JSON = "application/json";

  void fault(int status, String why) {
    json(status, SceneJson.JSON.createObjectNode().put("message", why));
  }

  void json(int status, ObjectNode json) {
    write(status, JSON, json.toString().getBytes(StandardCharsets.UTF_8));
  }

  /**
   * A page, or what one is made of.
   *
   * @param path as it was asked for
   * @param first the page that a site begins with
   */
  void page(String path, String first) {
    String name =
        switch (path) {
          case "/" -> first;
          case "/replay" -> "replay.html";
          case "/api", "/api/" -> "api.html";
          case "/api/v1/openapi.json" -> "openapi.json";
          case "/favicon.ico" -> "icon.svg";
          default -> path.startsWith("/page/") ? path.substring(6) : "";
        };
    if (!asset(name)) {
      fault(404, "There is nothing here; / is the page, /api the API");
    }
  }

  /** A file of the pages; returns whether there is one of the name. */
  private boolean asset(String name) {
    Optional<byte[]> content = Assets.read(name);
    content.ifPresent(
        bytes -> {
          boolean library = name.startsWith("three") || name.startsWith("Orbit");
          response
              .getHeaders()
              .put(HttpHeader.CACHE_CONTROL, library ? "max-age=86400" : "no-cache");
          write(200, Assets.type(name), bytes);
        });
    return content.isPresent();
  }

  /** An episode as a page to keep. */
  void download(Replay replay, String name) {
    response
        .getHeaders()
        .put("Content-Disposition", "attachment; filename=\"%s.html\"".formatted(name));
    write(
        200, "text/html; charset=utf-8", HtmlExport.page(replay).getBytes(StandardCharsets.UTF_8));
  }

  void write(int status, String type, byte[] content) {
    response.setStatus(status);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, type);
    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, content.length);
    response.write(true, ByteBuffer.wrap(content), callback);
  }
}
