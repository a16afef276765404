package io.souschef.app.bench.peer;

import io.souschef.app.bench.measure.Measured;
import io.souschef.models.language.prompt.DialoguePrompt;
import io.souschef.models.server.CompletionServer;
import io.souschef.models.server.http.RetriableException;
import io.souschef.models.server.http.RetryPolicy;
import io.souschef.models.server.http.ServerAddress;
import io.souschef.models.server.http.ServerConnection;
import io.souschef.models.server.http.ServerRefusal;
import io.souschef.models.server.http.Traffic;
import io.souschef.planner.usefulness.PlanPrompt;
import io.souschef.planner.usefulness.ScoringException;
import io.souschef.skills.GroundedSkill;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * A decision over the skills of a small kitchen behind a server, beside what its own speed makes of
 * the tokens that have to be read: one for each step of all skills' common tree.
 */
final class ServedSpeed {

  private static final int SKILLS = 53;
  private static final int RUNS = 7;
  private static final int WRITTEN = 48;
  private static final String PEER = "the server's own time for as many tokens";

  private static final List<String> REQUESTS =
      List.of(
          "bring me a coke",
          "throw away the apple",
          "put the sponge on the far counter",
          "something to drink, please",
          "wipe the table",
          "I am hungry",
          "bring me an orange and a tea",
          "put the apple in the fridge",
          "bring me something to clean with");

  private final String address;

  /**
   * A measurement.
   *
   * @param address {@code http://host:port#model}
   */
  ServedSpeed(String address) {
    this.address = address;
  }

  List<SpeedRow> rows(List<GroundedSkill> pool) {
    DialoguePrompt prompts = DialoguePrompt.standard();
    List<String> skills =
        IntStream.range(0, SKILLS)
            .mapToObj(i -> pool.get((int) ((long) i * pool.size() / SKILLS)))
            .map(skill -> prompts.continuation(skill.text(), skill.isDone()))
            .toList();
    List<String> asked =
        REQUESTS.stream()
            .map(words -> prompts.render(new PlanPrompt(words, Optional.empty(), List.of())))
            .toList();
    double[] weights = new Random(1).doubles(SKILLS).toArray();
    ServerAddress server = ServerAddress.parse(address);
    try (CompletionServer model =
        CompletionServer.open(server, System.getenv(), RetryPolicy.standard())) {
      List<SpeedRow> rows = new ArrayList<>();
      rows.add(
          row(
                  "next step of 53 skills behind a server",
                  model,
                  asked,
                  p -> model.best(p, skills, weights))
              .before(11.7));
      rows.add(
          row(
                  "all scores of 53 skills behind a server",
                  model,
                  asked,
                  p -> model.logProbabilities(p, skills))
              .before(58));
      OptionalDouble token = tokenS(server);
      double nodes = skills.stream().flatMap(ServedSpeed::beginnings).distinct().count();
      if (token.isEmpty()) {
        return rows.stream().map(row -> row.without(PEER, "it does not tell its speed")).toList();
      }
      double least = nodes * token.getAsDouble();
      SpeedRow all = rows.get(1).goal(2 * least).beside(PEER, least);
      return List.of(
          rows.get(0), all.note(all.note() + String.format(Locale.ROOT, "; %.0f steps", nodes)));
    }
  }

  /** The beginnings of a skill that something follows, word by word. */
  private static java.util.stream.Stream<String> beginnings(String skill) {
    String[] words = skill.split("(?= |,$|\\.$)");
    return IntStream.range(0, words.length)
        .mapToObj(count -> String.join("", List.of(words).subList(0, count)));
  }

  private static SpeedRow row(
      String what, CompletionServer model, List<String> prompts, Consumer<String> decision) {
    AtomicInteger turn = new AtomicInteger();
    Runnable next = () -> decision.accept(prompts.get(turn.getAndIncrement() % prompts.size()));
    next.run();
    Traffic before = model.traffic();
    Measured time = Measured.of(0, RUNS, next);
    Traffic spent = model.traffic().since(before);
    return SpeedRow.of(what, "s")
        .here(time.p50Ms() / 1e3)
        .note(
            String.format(
                Locale.ROOT,
                "%.1f requests, %.0f kB up, %.0f kB down a decision, by %s",
                (double) spent.requests() / RUNS,
                spent.bytesUp() / 1e3 / RUNS,
                spent.bytesDown() / 1e3 / RUNS,
                model.name()));
  }

  /** Seconds in which the server writes one token, as it says itself: llama.cpp's does. */
  private static OptionalDouble tokenS(ServerAddress server) {
    ServerConnection connection =
        new ServerConnection(server, System.getenv(), RetryPolicy.standard(), 1);
    var request = connection.request().put("prompt", "One, two, three,");
    request.put("n_predict", WRITTEN).put("temperature", 0).put("ignore_eos", true);
    try {
      return OptionalDouble.of(
          connection.post(
              "/completion",
              request,
              answer -> {
                double ms = answer.path("timings").path("predicted_per_token_ms").asDouble();
                if (ms <= 0) {
                  throw RetriableException.nonsense("it does not tell its speed");
                }
                return ms / 1e3;
              }));
    } catch (ScoringException | ServerRefusal e) {
      return OptionalDouble.empty();
    }
  }
}
