package io.souschef.web.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.skills.InvalidInputException;
import io.souschef.web.WebServer;
import io.souschef.web.export.HtmlExport;
import io.souschef.web.live.Commands;
import io.souschef.web.live.LiveKitchen;
import io.souschef.web.page.Assets;
import io.souschef.web.replay.Replay;
import io.souschef.web.replay.SceneJson;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Pages and the API over HTTP; {@code openapi.json} describes it. */
final class Site extends Handler.Abstract {

  private static final Pattern REQUEST =
      Pattern.compile("/api/v1/requests/(\\d{1,6})/(trace|replay|page)");
  private static final String JSON = "application/json";

  private final LiveKitchen kitchen;
  private final Commands commands;
  private final String host;

  Site(LiveKitchen kitchen, Commands commands, WebServer.Address address) {
    this.kitchen = kitchen;
    this.commands = commands;
    host = address.host();
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    String path = Request.getPathInContext(request);
    try {
      switch (request.getMethod()) {
        case "GET", "HEAD" -> get(path, response, callback);
        case "POST" -> post(path, request, response, callback);
        default -> answer(response, callback, 405, fault("Use GET or POST at " + host));
      }
    } catch (InvalidInputException e) {
      answer(response, callback, 404, fault(String.valueOf(e.getMessage())));
    }
    return true;
  }

  private void get(String path, Response response, Callback callback) throws IOException {
    Matcher request = REQUEST.matcher(path);
    if (request.matches()) {
      episode(Integer.parseInt(request.group(1)), request.group(2), response, callback);
      return;
    }
    Optional<String> page =
        switch (path) {
          case "/" -> Optional.of("live.html");
          case "/replay" -> Optional.of("replay.html");
          case "/api", "/api/" -> Optional.of("api.html");
          case "/api/v1/openapi.json" -> Optional.of("openapi.json");
          case "/favicon.ico" -> Optional.of("icon.svg");
          default -> path.startsWith("/page/") ? Optional.of(path.substring(6)) : Optional.empty();
        };
    if (path.equals("/api/v1/state")) {
      answer(response, callback, 200, kitchen.state());
    } else if (page.isPresent() && Assets.read(page.get()).isPresent()) {
      byte[] content = Assets.read(page.get()).get();
      if (page.get().startsWith("three") || page.get().startsWith("Orbit")) {
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "max-age=86400");
      } else {
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-cache");
      }
      write(response, callback, 200, Assets.type(page.get()), content);
    } else {
      answer(response, callback, 404, fault("There is nothing here; / is the page, /api the API"));
    }
  }

  private void episode(int number, String what, Response response, Callback callback)
      throws IOException {
    switch (what) {
      case "trace" ->
          write(
              response,
              callback,
              200,
              "application/jsonl; charset=utf-8",
              Files.readAllBytes(kitchen.folder(number).resolve("trace.jsonl")));
      case "replay" -> {
        requireOver(number);
        answer(response, callback, 200, Replay.read(kitchen.folder(number)).json());
      }
      default -> {
        requireOver(number);
        String page = HtmlExport.page(Replay.read(kitchen.folder(number)));
        response
            .getHeaders()
            .put(
                "Content-Disposition",
                "attachment; filename=\"souschef-%s.html\"".formatted(number));
        write(
            response,
            callback,
            200,
            "text/html; charset=utf-8",
            page.getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  /** What is still being written cannot be shown again. */
  private void requireOver(int number) {
    ObjectNode state = kitchen.state();
    if (state.path("status").asText().equals("working")
        && state.path("request").asInt() == number) {
      throw new InvalidInputException(
          "Request %s is still at work; wait for its end".formatted(number));
    }
  }

  private void post(String path, Request request, Response response, Callback callback)
      throws Exception {
    String type = request.getHeaders().get(HttpHeader.CONTENT_TYPE);
    if (!path.equals("/api/v1/commands")) {
      answer(response, callback, 404, fault("Commands go to /api/v1/commands"));
    } else if (type == null || !type.startsWith(JSON)) {
      // A form of another site could not be told from a program without this.
      answer(response, callback, 415, fault("Send commands as application/json"));
    } else if (request.getLength() < 0 || request.getLength() > 4L * Commands.MOST_CHARACTERS) {
      answer(
          response,
          callback,
          413,
          fault("A command has at most %s characters".formatted(Commands.MOST_CHARACTERS)));
    } else {
      String body = Content.Source.asString(request, StandardCharsets.UTF_8);
      String client = request.getHeaders().get("Souschef-Client");
      String who = Commands.PROGRAM + (client == null ? "" : client);
      var unused =
          commands
              .execute(who, body)
              .orTimeout(10, TimeUnit.SECONDS)
              .handle((done, refused) -> refused(refused))
              .thenAccept(why -> conclude(why, response, callback));
    }
  }

  private void conclude(String refused, Response response, Callback callback) {
    if (refused.isEmpty()) {
      answer(response, callback, 202, kitchen.state());
    } else {
      answer(response, callback, 400, fault(refused));
    }
  }

  /** Why a command was refused; empty when it was not. */
  private static String refused(@Nullable Throwable fault) {
    if (fault == null) {
      return "";
    }
    Throwable cause = fault.getCause();
    return Commands.reason(fault instanceof CompletionException && cause != null ? cause : fault);
  }

  private static ObjectNode fault(String why) {
    return SceneJson.JSON.createObjectNode().put("message", why);
  }

  private static void answer(Response response, Callback callback, int status, ObjectNode json) {
    write(response, callback, status, JSON, json.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static void write(
      Response response, Callback callback, int status, String type, byte[] content) {
    response.setStatus(status);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, type);
    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, content.length);
    response.write(true, ByteBuffer.wrap(content), callback);
  }
}
