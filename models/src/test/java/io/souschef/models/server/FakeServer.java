package io.souschef.models.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.souschef.models.server.http.ServerAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Plays the APIs of several servers, from their published formats, and their faults. */
public final class FakeServer implements AutoCloseable {

  /** What a server can do. */
  public enum Api {
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
    /** The same some years ago: one text, one prompt, nothing after sampling. */
    OLD_LLAMA,
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
    /** Still loading. */
    LOADING,
    /** A byte now and then, and no end. */
    DRIPS,
    /** Bytes as fast as they go, and no end. */
    ENDLESS,
    /** Sends elsewhere. */
    AWAY,
    /** Sends to another path of its own. */
    WITHIN,
    /** A log-probability that is none. */
    NOT_A_NUMBER,
    /** The key was revoked. */
    NO_KEY,
    /** The model was taken down. */
    NO_MODEL
  }

  /** What holds its text to a grammar. */
  enum Obeys {
    NOTHING,
    LLAMA,
    VLLM,
    OLD_VLLM,
    SCHEMA
  }

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Stands in prompts and grammars for programs. */
  private static final String PROGRAMS = "bring(";

  private final HttpServer server;
  private final ExecutorService executor = Executors.newCachedThreadPool();
  private final Set<Api> apis;
  private final FakeModel model = new FakeModel();
  final FakeLlama llama;
  volatile FakeEcho.Manner echo = FakeEcho.Manner.PLAIN;
  volatile FakeChat.Manner chat = FakeChat.Manner.PLAIN;
  volatile Obeys obeys = Obeys.NOTHING;
  volatile String elsewhere = "";
  volatile String refusal = "";
  public final Deque<String> refusals = new ConcurrentLinkedDeque<>();
  volatile @Nullable Fault always;

  /** What becomes of every good answer on its way. */
  volatile UnaryOperator<JsonNode> twist = UnaryOperator.identity();

  final Deque<Fault> faults = new ConcurrentLinkedDeque<>();

  /** What it writes where programs are wanted, one after the other. */
  final Deque<String> programs = new ConcurrentLinkedDeque<>();

  final List<String> requests = new CopyOnWriteArrayList<>();
  volatile String requiredKey = "";

  public FakeServer(Api... apis) throws IOException {
    this.apis = Set.of(apis);
    this.llama = new FakeLlama(model, this.apis.contains(Api.LLAMA));
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(executor);
    server.createContext("/", this::handle);
    server.start();
  }

  FakeModel model() {
    return model;
  }

  public ServerAddress address() {
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
        FaultyAnswers.send(
            exchange,
            401,
            "{\"error\": {\"message\": \"Incorrect key provided: %s\"}}".formatted(key));
        return;
      }
      Fault fault = always == null ? faults.poll() : always;
      if (path.endsWith("/moved")) {
        path = path.substring(0, path.length() - 6);
      } else if (fault != null && fault != Fault.FEWER_CHOICES && fault != Fault.NOT_A_NUMBER) {
        FaultyAnswers.send(exchange, fault, elsewhere);
        return;
      }
      JsonNode answer = answer(path, request);
      if (answer == null) {
        FaultyAnswers.send(exchange, 404, "{\"error\": \"not found\"}");
      } else if (answer.isTextual()) {
        FaultyAnswers.send(exchange, 400, "{\"error\": {\"message\": %s}}".formatted(answer));
      } else {
        if (fault == Fault.FEWER_CHOICES) {
          ((ArrayNode) answer.path("choices")).remove(0);
        }
        String body = twist.apply(answer).toString();
        FaultyAnswers.send(
            exchange,
            200,
            fault == Fault.NOT_A_NUMBER ? body.replaceAll("-\\d+\\.\\d+(E-?\\d+)?", "NaN") : body);
      }
    }
  }

  /** An object; a text where the request is refused; null where there is nothing at the path. */
  private @Nullable JsonNode answer(String path, JsonNode request) {
    String once = refusals.poll();
    if (once != null) {
      return JSON.getNodeFactory().textNode(once);
    }
    if (!refusal.isEmpty()) {
      return JSON.getNodeFactory().textNode(refusal);
    }
    boolean completes = apis.stream().anyMatch(api -> api != Api.CHAT);
    return switch (path) {
      case "/v1/completions" -> completes ? completions(request) : null;
      case "/v1/chat/completions" ->
          apis.contains(Api.CHAT) || obeys == Obeys.SCHEMA
              ? new FakeChat(model, chat).chat(request)
              : null;
      case "/tokenize" -> isLlama() ? llama.tokenize(request) : null;
      case "/completion" -> isLlama() ? llama.completion(request) : null;
      default -> null;
    };
  }

  private boolean isLlama() {
    return apis.contains(Api.LLAMA) || apis.contains(Api.OLD_LLAMA);
  }

  private JsonNode completions(JsonNode request) {
    if (request.has("structured_outputs") && obeys == Obeys.OLD_VLLM) {
      return JSON.getNodeFactory().textNode("Extra inputs are not permitted: structured_outputs");
    }
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
      choice.put("text", echo ? prompt + " more" : written(request));
      if (request.has("logprobs")) {
        ObjectNode logprobs = choice.putObject("logprobs");
        if (echo) {
          double[] values = apis.contains(Api.CHANCE) ? new double[known.length] : known;
          logprobs = FakeEcho.lists(tokens, values, this.echo);
          choice.set("logprobs", logprobs);
        } else {
          logprobs.putArray("tokens");
          logprobs.putArray("token_logprobs");
        }
        ((ArrayNode) logprobs.path("tokens")).add(" more");
        ((ArrayNode) logprobs.path("token_logprobs")).add(-0.5);
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

  /** What the one rule of a grammar says, where the server obeys. */
  private String written(JsonNode request) {
    JsonNode grammar =
        switch (obeys) {
          case LLAMA -> request.path("grammar");
          case VLLM -> request.path("structured_outputs").path("grammar");
          case OLD_VLLM -> request.path("guided_grammar");
          default -> request.path("none");
        };
    if (grammar.asText(request.path("prompt").asText()).contains(PROGRAMS)) {
      String text = programs.poll();
      return text == null ? " more" : text;
    }
    return grammar.isMissingNode()
        ? " more"
        : grammar.asText().replaceAll("root ::=|[\" ]", "").replace("[0-9]", "4");
  }

  @Override
  public void close() {
    executor.shutdownNow();
    server.stop(0);
  }
}
