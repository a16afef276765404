package io.souschef.web.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.skills.failure.InvalidInputException;
import io.souschef.web.live.Commands;
import io.souschef.web.live.Live;
import io.souschef.web.replay.Decisions;
import io.souschef.web.replay.Replay;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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

/** Pages and the API of a robot over HTTP; {@code openapi.json} describes it. */
final class Site extends Handler.Abstract {

  private static final Pattern REQUEST =
      Pattern.compile("/api/v1/requests/(\\d{1,6})/(trace|replay|page|decisions/(\\d{1,6}))");

  private static final String COMMANDS = "/api/v1/commands";

  private final Live live;
  private final Commands commands;

  Site(Live live, Commands commands) {
    this.live = live;
    this.commands = commands;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    Answers answers = new Answers(response, callback);
    String path = Request.getPathInContext(request);
    try {
      switch (request.getMethod()) {
        case "GET", "HEAD" -> get(path, answers);
        case "POST" -> post(path, request, answers);
        default -> answers.fault(405, "Use GET, or POST for /api/v1/commands; /api tells more");
      }
    } catch (InvalidInputException e) {
      answers.fault(404, String.valueOf(e.getMessage()));
    }
    return true;
  }

  private void get(String path, Answers answers) throws IOException {
    Matcher request = REQUEST.matcher(path);
    if (request.matches()) {
      episode(Integer.parseInt(request.group(1)), request, answers);
    } else if (path.equals("/api/v1/state")) {
      answers.json(200, live.state());
    } else if (path.equals(COMMANDS)) {
      answers.fault(405, "Commands are sent to %s with POST; /api lists them".formatted(COMMANDS));
    } else {
      answers.page(path, "live.html");
    }
  }

  private void episode(int number, Matcher path, Answers answers) throws IOException {
    Path folder = live.folder(number);
    String what = path.group(2);
    if (what.equals("trace")) {
      answers.write(
          200,
          "application/jsonl; charset=utf-8",
          Files.readAllBytes(folder.resolve("trace.jsonl")));
    } else if (path.group(3) != null) {
      int step = Integer.parseInt(path.group(3));
      answers.json(200, Decisions.of(folder.resolve("trace.jsonl"), step));
    } else {
      requireOver(number);
      Replay replay = Replay.read(folder);
      if (what.equals("replay")) {
        answers.json(200, replay.json());
      } else {
        answers.download(replay, "souschef-" + number);
      }
    }
  }

  /** What is still being written cannot be shown again. */
  private void requireOver(int number) {
    ObjectNode state = live.state();
    if (state.path("request").asInt() == number && live.isWorking()) {
      throw new InvalidInputException(
          "Request %s is still at work; wait for its end".formatted(number));
    }
  }

  private void post(String path, Request request, Answers answers) throws Exception {
    String type = request.getHeaders().get(HttpHeader.CONTENT_TYPE);
    if (!path.equals(COMMANDS)) {
      answers.fault(404, "Commands go to " + COMMANDS);
    } else if (type == null || !type.startsWith(Answers.JSON)) {
      // A form of another site could not be told from a program without this.
      answers.fault(415, "Send commands as application/json");
    } else if (request.getLength() < 0 || request.getLength() > 4L * Commands.MOST_CHARACTERS) {
      answers.fault(413, "A command has at most %s characters".formatted(Commands.MOST_CHARACTERS));
    } else {
      String body = Content.Source.asString(request, StandardCharsets.UTF_8);
      String client = request.getHeaders().get("Souschef-Client");
      String who = Commands.PROGRAM + (client == null ? "" : client);
      var unused =
          commands
              .execute(who, body)
              .orTimeout(10, TimeUnit.SECONDS)
              .handle((done, refused) -> refused(refused))
              .thenAccept(
                  why -> {
                    if (why.isEmpty()) {
                      answers.json(202, live.state());
                    } else {
                      answers.fault(400, why);
                    }
                  });
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
}
