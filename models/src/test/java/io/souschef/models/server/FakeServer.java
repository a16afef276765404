package io.souschef.models.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Plays the APIs of several servers, from their published formats, and their faults. */
final class FakeServer implements AutoCloseable {

  /** What a server can do. */
  enum Api {
    /** vLLM, llama-cpp-python: echo with log-probabilities; several prompts in one request. */
    ECHO,
    /** The same, but a list of prompts is refused. */
    SINGLE_ECHO,
    /** Takes echo and logprobs, but answers for the generated token alone. */
    IGNORES_ECHO,
    /** Echoes what it was sent with log-probabilities that know nothing. */
    CHANCE,
    /** vLLM's prompt_logprobs. */
    PROMPT_LOGPROBS,
    /** llama.cpp's /tokenize and /completion. */
    LLAMA,
    /** A chat model with top_logprobs. */
    CHAT
  }

  /** Something that goes wrong once. */
  enum Fault {
    TOO_MANY,
    INTERNAL,
    TRUNCATED,
    NO_JSON,
    SLOW,
    FEWER_CHOICES,
    /** The key was revoked. */
    NO_KEY,
    /** The model was taken down. */
    NO_MODEL
  }

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer server;
  private final ExecutorService executor = Executors.newCachedThreadPool();
  private final Set<Api> apis;
  private final FakeModel model = new FakeModel();
  final Deque<Fault> faults = new ConcurrentLinkedDeque<>();
  final List<String> requests = new CopyOnWriteArrayList<>();
  volatile String requiredKey = "";

  FakeServer(Api... apis) throws IOException {
    this.apis = Set.of(apis);
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(executor);
    server.createContext("/", this::handle);
    server.start();
  }

  FakeModel model() {
    return model;
  }

  ServerAddress address() {
    return ServerAddress.parse(
        "http://127.0.0.1:%d/v1#fake".formatted(server.getAddress().getPort()));
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      JsonNode request = JSON.readTree(exchange.getRequestBody().readAllBytes());
      String path = exchange.getRequestURI().getPath();
      requests.add(path);
      String key = exchange.getRequestHeaders().getFirst("Authorization");
      if (!requiredKey.isEmpty() && !("Bearer " + requiredKey).equals(key)) {
        send(
            exchange,
            401,
            "{\"error\": {\"message\": \"Incorrect key provided: %s\"}}".formatted(key));
        return;
      }
      Fault fault = faults.poll();
      if (fault != null && fault != Fault.FEWER_CHOICES) {
        fail(exchange, fault);
        return;
      }
      JsonNode answer = answer(path, request);
      if (answer == null) {
        send(exchange, 404, "{\"error\": \"not found\"}");
      } else if (answer.isTextual()) {
        send(exchange, 400, "{\"error\": {\"message\": %s}}".formatted(answer));
      } else {
        if (fault == Fault.FEWER_CHOICES) {
          ((ArrayNode) answer.path("choices")).remove(0);
        }
        send(exchange, 200, answer.toString());
      }
    }
  }

  private static void fail(HttpExchange exchange, Fault fault) throws IOException {
    switch (fault) {
      case TOO_MANY -> {
        exchange.getResponseHeaders().add("Retry-After", "0");
        send(exchange, 429, "{\"error\": {\"message\": \"Rate limit reached\"}}");
      }
      case INTERNAL -> send(exchange, 500, "Internal Server Error");
      case TRUNCATED -> {
        exchange.sendResponseHeaders(200, 1000);
        exchange.getResponseBody().write("{\"choices\": [".getBytes(StandardCharsets.UTF_8));
      }
      case NO_JSON -> send(exchange, 200, "<html>Gateway</html>");
      case SLOW -> {
        try {
          Thread.sleep(60_000);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }
      case NO_KEY -> send(exchange, 401, "{\"error\": {\"message\": \"Key revoked\"}}");
      case NO_MODEL -> send(exchange, 404, "{\"error\": {\"message\": \"No such model\"}}");
      case FEWER_CHOICES -> throw new IllegalStateException();
    }
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  /** An object; a text where the request is refused; null where there is nothing at the path. */
  private @Nullable JsonNode answer(String path, JsonNode request) {
    boolean completes = apis.stream().anyMatch(api -> api != Api.CHAT);
    return switch (path) {
      case "/v1/completions" -> completes ? completions(request) : null;
      case "/v1/chat/completions" -> apis.contains(Api.CHAT) ? chat(request) : null;
      case "/tokenize" -> apis.contains(Api.LLAMA) ? tokenize(request) : null;
      case "/completion" -> apis.contains(Api.LLAMA) ? completion(request) : null;
      default -> null;
    };
  }

  private JsonNode completions(JsonNode request) {
    List<String> prompts = new ArrayList<>();
    if (request.path("prompt").isArray()) {
      if (apis.contains(Api.SINGLE_ECHO)) {
        return JSON.getNodeFactory().textNode("prompt must be a string");
      }
      request.path("prompt").forEach(prompt -> prompts.add(prompt.asText()));
    } else {
      prompts.add(request.path("prompt").asText());
    }
    ObjectNode answer = JSON.createObjectNode();
    answer.putObject("usage").put("completion_tokens", prompts.size());
    ArrayNode choices = answer.putArray("choices");
    for (String prompt : prompts) {
      List<String> tokens = FakeModel.split(prompt);
      double[] known = model.logProbabilities(tokens);
      ObjectNode choice = choices.insertObject(0);
      choice.put("index", choices.size() - 1);
      boolean echo =
          request.path("echo").asBoolean()
              && (apis.contains(Api.ECHO)
                  || apis.contains(Api.SINGLE_ECHO)
                  || apis.contains(Api.CHANCE));
      choice.put("text", echo ? prompt + " more" : " more");
      if (request.has("logprobs")) {
        ObjectNode logprobs = choice.putObject("logprobs");
        ArrayNode texts = logprobs.putArray("tokens");
        ArrayNode values = logprobs.putArray("token_logprobs");
        for (int i = 0; echo && i < tokens.size(); i++) {
          texts.add(tokens.get(i));
          if (i == 0) {
            values.addNull();
          } else {
            values.add(apis.contains(Api.CHANCE) ? -1.0 : known[i]);
          }
        }
        texts.add(" more");
        values.add(-0.5);
      }
      if (request.has("prompt_logprobs") && apis.contains(Api.PROMPT_LOGPROBS)) {
        ArrayNode values = choice.putArray("prompt_logprobs");
        for (int i = 0; i < tokens.size(); i++) {
          if (i == 0) {
            values.addNull();
          } else {
            values
                .addObject()
                .putObject(String.valueOf(model.id(tokens.get(i))))
                .put("logprob", known[i])
                .put("rank", 1)
                .put("decoded_token", tokens.get(i));
          }
        }
      }
    }
    // vLLM answers in order; OpenAI says that index tells.
    if (apis.contains(Api.PROMPT_LOGPROBS)) {
      List<JsonNode> ordered = new ArrayList<>();
      choices.forEach(ordered::add);
      ordered.sort(Comparator.comparingInt(choice -> choice.path("index").asInt()));
      choices.removeAll().addAll(ordered);
    }
    return answer;
  }

  private JsonNode tokenize(JsonNode request) {
    ObjectNode answer = JSON.createObjectNode();
    ArrayNode tokens = answer.putArray("tokens");
    FakeModel.split(request.path("content").asText()).forEach(token -> tokens.add(model.id(token)));
    return answer;
  }

  private JsonNode completion(JsonNode request) {
    List<String> tokens = new ArrayList<>();
    request.path("prompt").forEach(id -> tokens.add(model.token(id.asInt())));
    ObjectNode answer = JSON.createObjectNode().put("content", "");
    ArrayNode top =
        answer.putArray("completion_probabilities").addObject().putArray("top_logprobs");
    tokens.add("");
    int last = tokens.size() - 1;
    record Next(int id, double logProbability) {}
    IntStream.range(0, model.size())
        .mapToObj(
            id -> {
              tokens.set(last, model.token(id));
              return new Next(id, model.logProbabilities(tokens)[last]);
            })
        .sorted(Comparator.comparingDouble(Next::logProbability).reversed())
        .limit(request.path("n_probs").asInt() / 400)
        .forEach(
            next -> top.addObject().put("id", next.id()).put("logprob", next.logProbability()));
    return answer;
  }

  /** Likes what it was told to like, and the letter A. */
  private JsonNode chat(JsonNode request) {
    ObjectNode answer = JSON.createObjectNode();
    if (!request.path("logprobs").asBoolean()) {
      ObjectNode message = answer.putArray("choices").addObject().putObject("message");
      message.put("role", "assistant").put("content", " as a chat goes");
      return answer;
    }
    ArrayNode top =
        answer
            .putArray("choices")
            .addObject()
            .putObject("logprobs")
            .putArray("content")
            .addObject()
            .put("token", "A")
            .putArray("top_logprobs");
    request
        .path("messages")
        .path(0)
        .path("content")
        .asText()
        .lines()
        .filter(line -> line.matches("[A-P]\\. .*"))
        .forEach(
            line -> {
              double liking = model.liking(line.substring(3)) + (line.startsWith("A") ? 0.05 : 0);
              top.addObject().put("token", " " + line.charAt(0)).put("logprob", Math.log(liking));
            });
    top.addObject().put("token", "The").put("logprob", -5);
    return answer;
  }

  @Override
  public void close() {
    executor.shutdownNow();
    server.stop(0);
  }
}
