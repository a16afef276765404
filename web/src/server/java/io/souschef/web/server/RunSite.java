package io.souschef.web.server;

import io.souschef.skills.failure.InvalidInputException;
import io.souschef.web.replay.Replay;
import io.souschef.web.run.WatchedRun;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** A run, to look at only; {@code openapi.json} describes it. */
final class RunSite extends Handler.Abstract {

  private static final Pattern ATTEMPT =
      Pattern.compile("/api/v1/run/attempts/([\\w.+-]{1,200})/(replay|page)");

  private final WatchedRun run;

  RunSite(WatchedRun run) {
    this.run = run;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    Answers answers = new Answers(response, callback);
    String method = request.getMethod();
    try {
      if (method.equals("GET") || method.equals("HEAD")) {
        get(Request.getPathInContext(request), answers);
      } else {
        answers.fault(405, "A run is only looked at; use GET");
      }
    } catch (InvalidInputException e) {
      answers.fault(404, String.valueOf(e.getMessage()));
    }
    return true;
  }

  private void get(String path, Answers answers) {
    Matcher attempt = ATTEMPT.matcher(path);
    if (attempt.matches()) {
      Replay replay = Replay.read(run.trace(attempt.group(1)));
      if (attempt.group(2).equals("replay")) {
        answers.json(200, replay.json());
      } else {
        answers.download(replay, attempt.group(1));
      }
    } else if (path.equals("/api/v1/run")) {
      answers.json(200, run.json());
    } else {
      answers.page(path, "run.html");
    }
  }
}
