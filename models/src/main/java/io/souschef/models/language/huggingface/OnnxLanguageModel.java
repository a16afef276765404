package io.souschef.models.language.huggingface;

import ai.djl.engine.EngineException;
import com.fasterxml.jackson.databind.JsonNode;
import io.souschef.models.language.LanguageModel;
import io.souschef.models.language.token.BestFirstSearch;
import io.souschef.models.language.token.CandidateTrie;
import io.souschef.models.language.token.PromptTokens;
import io.souschef.models.language.token.TrieReading;
import io.souschef.models.onnx.GraphSignature;
import io.souschef.models.onnx.OnnxSession;
import io.souschef.planner.usefulness.ScoringException;
import io.souschef.planner.usefulness.UsefulnessScorer.Scored;
import io.souschef.planner.writing.TextGenerator;
import io.souschef.skills.failure.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Any Hugging Face causal language model in ONNX: a folder with config.json, tokenizer.json and a
 * graph in the layout of Optimum or onnx-community.
 */
public final class OnnxLanguageModel implements LanguageModel {

  private final String name;
  private final TextTokenizer tokenizer;
  private final HuggingFaceDecoder decoder;
  private final Set<Integer> ends;

  private OnnxLanguageModel(
      String name, TextTokenizer tokenizer, HuggingFaceDecoder decoder, Set<Integer> ends) {
    this.name = name;
    this.tokenizer = tokenizer;
    this.decoder = decoder;
    this.ends = ends;
  }

  /**
   * Opens a model.
   *
   * @param at the folder, or one graph in it (or in its folder {@code onnx})
   * @param threads threads inside an operator, at least 1
   * @throws InvalidInputException naming what is missing, damaged or not served
   */
  public static OnnxLanguageModel open(Path at, int threads) {
    OnnxModelFiles files = OnnxModelFiles.of(at);
    Path graph = files.graph();
    Path folder = files.folder();
    files.all();
    JsonNode config = ModelText.json(files.config());
    TextTokenizer tokenizer = TextTokenizer.open(folder);
    OnnxSession session;
    try {
      session = OnnxSession.open(graph, threads);
    } catch (RuntimeException e) {
      tokenizer.close();
      throw e;
    }
    try {
      HuggingFaceLayout layout =
          HuggingFaceLayout.of(graph.toString(), session.signature(), config);
      Set<Integer> ends = new TreeSet<>();
      JsonNode end = config.path("eos_token_id");
      if (end.isInt()) {
        ends.add(end.asInt());
      }
      end.forEach(id -> ends.add(id.asInt()));
      return new OnnxLanguageModel(
          "onnx (%s/%s)".formatted(folder.getFileName(), folder.relativize(graph)),
          tokenizer,
          new HuggingFaceDecoder(new CausalGraph(session, layout)),
          ends);
    } catch (RuntimeException e) {
      session.close();
      tokenizer.close();
      throw e;
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public double[] logProbabilities(String prompt, List<String> continuations) {
    if (continuations.isEmpty()) {
      return new double[0];
    }
    CandidateTrie trie = trie(prompt, continuations);
    double[] edges = new double[trie.size()];
    try (TrieReading reading = decoder.read(tokens(prompt), trie)) {
      reading.expand(trie.inner(), edges);
    } catch (EngineException e) {
      throw failed(e);
    }
    return Arrays.stream(trie.sums(edges)).map(score -> Math.min(0, score)).toArray();
  }

  @Override
  public List<Scored> best(String prompt, List<String> continuations, double[] weights) {
    if (continuations.isEmpty()) {
      return List.of();
    }
    CandidateTrie trie = trie(prompt, continuations);
    try (TrieReading reading = decoder.read(tokens(prompt), trie)) {
      return BestFirstSearch.search(trie, reading, weights, 1);
    } catch (EngineException e) {
      throw failed(e);
    }
  }

  @Override
  public Optional<TextGenerator> generator() {
    return Optional.of(new OnnxWriter(tokenizer, decoder, ends));
  }

  private PromptTokens tokens(String prompt) {
    return new PromptTokens(tokenizer.prompt(prompt), 0, List.of());
  }

  private CandidateTrie trie(String prompt, List<String> continuations) {
    String lastWord = prompt.substring(Math.max(0, prompt.lastIndexOf(' ')));
    return CandidateTrie.of(
        continuations.stream().map(text -> tokenizer.continuation(lastWord, text)).toList());
  }

  private ScoringException failed(EngineException e) {
    Throwable cause = e.getCause() == null ? e : e.getCause();
    return new ScoringException(
        "Model '%s' failed in ONNX Runtime: %s".formatted(name, cause.getMessage()), e);
  }

  /**
   * How a graph would score, without loading its weights.
   *
   * @throws InvalidInputException naming what is missing, damaged or not served
   */
  public static String describe(Path graph) {
    OnnxModelFiles files = OnnxModelFiles.of(graph);
    Path folder = files.folder();
    JsonNode config = ModelText.json(files.config());
    HuggingFaceLayout layout =
        HuggingFaceLayout.of(graph.toString(), GraphSignature.read(graph), config);
    if (!Files.isRegularFile(folder.resolve("tokenizer.json"))) {
      throw new InvalidInputException(
          "Model folder '%s' has no tokenizer.json; download it from where the model came from"
              .formatted(folder));
    }
    return "dialogue, %s%s"
        .formatted(
            layout.batches() ? "skills in batches on one prompt" : "one skill after the other",
            layout.contextTokens() > 0
                ? String.format(Locale.ROOT, ", %,d tokens of context", layout.contextTokens())
                : "");
  }

  /** The graphs that a folder of models holds, for listings. */
  public static List<Path> graphs(Path folder) {
    try (Stream<Path> files = Files.walk(folder, 3)) {
      return files.filter(file -> file.toString().endsWith(".onnx")).sorted().toList();
    } catch (IOException e) {
      throw new InvalidInputException(
          "Folder '%s' cannot be read: %s".formatted(folder, e.getMessage()), e);
    }
  }

  @Override
  public void close() {
    decoder.close();
    tokenizer.close();
  }
}
