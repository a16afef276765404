package io.souschef.models.language.embedded;

import io.souschef.models.language.prompt.EmbeddedPrompt;
import io.souschef.models.language.prompt.MeaningPrompt;
import io.souschef.models.language.prompt.WordPieceTokenizer;
import io.souschef.models.language.token.BestFirstSearch;
import io.souschef.models.language.token.CandidateTrie;
import io.souschef.models.language.token.PromptTokens;
import io.souschef.models.language.token.TrieReading;
import io.souschef.models.onnx.GraphSignature;
import io.souschef.models.onnx.OnnxSession;
import io.souschef.models.program.EmbeddedProgramWriter;
import io.souschef.models.program.Tokens;
import io.souschef.planner.program.ProgramWriter;
import io.souschef.planner.usefulness.PlanPrompt;
import io.souschef.planner.usefulness.UsefulnessScorer;
import io.souschef.skills.GroundedSkill;
import io.souschef.skills.failure.InvalidInputException;
import io.souschef.skills.world.Vocabulary;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The small language model that Souschef brings along. A skill's log-probability is that of its
 * words and the terminator, a proper distribution over strings, so long skills are not punished for
 * their length beyond what their words deserve.
 *
 * <p>log p is normalised over the tokens of the current skills, the terminator and a fixed list of
 * common tokens that lies in the model's metadata.
 */
public final class EmbeddedLanguageModel implements UsefulnessScorer, ProgramWriter {

  /** Where the shipped file lies on the class path. */
  public static final String RESOURCE = "/io/souschef/models/weights/say.onnx";

  /** Skills whose tokens are remembered: several kitchens' worth. */
  private static final int MOST_REMEMBERED = 50_000;

  /** Programs that are followed side by side. */
  private static final int PROGRAMS = 6;

  private final String name;
  private final WordPieceTokenizer tokenizer;
  private final EmbeddedPrompt prompts;
  private final EmbeddedDecoder decoder;
  private final MeaningPrompt meanings;
  private final EmbeddedProgramWriter programs;
  private final int wanted;
  private final Map<String, int[]> tokens = new HashMap<>();
  private List<String> lastTexts = List.of();
  private @Nullable CandidateTrie lastTrie;

  private EmbeddedLanguageModel(String name, OnnxSession session, Settings settings) {
    this.name = name;
    this.decoder = new EmbeddedDecoder(new EmbeddedGraph(session), settings.threads());
    this.tokenizer = WordPieceTokenizer.open();
    this.prompts = new EmbeddedPrompt(tokenizer);
    this.wanted = settings.wanted();
    this.meanings = new MeaningPrompt(tokenizer);
    this.programs =
        new EmbeddedProgramWriter(
            new Tokens() {
              @Override
              public int[] encode(String text) {
                return tokenizer.encode(text);
              }

              @Override
              public String decode(int... ids) {
                return tokenizer.words(ids);
              }
            },
            decoder.programTokens(),
            PROGRAMS);
  }

  /**
   * How to serve it.
   *
   * @param threads threads that compute, at least 1; the ranking does not depend on it
   * @param wanted how many of the best skills {@link #best} scores at least
   */
  public record Settings(int threads, int wanted) {
    public Settings {
      if (threads < 1 || wanted < 1) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "Threads and wanted skills must be at least 1, got %d and %d",
                threads,
                wanted));
      }
    }
  }

  /** Whether this build has the model's weights inside. */
  public static boolean isShipped() {
    return EmbeddedLanguageModel.class.getResource(RESOURCE) != null;
  }

  /**
   * Whether a file is a model of this kind.
   *
   * @throws InvalidInputException when it is missing or no ONNX model
   */
  public static boolean recognises(Path file) {
    return GraphSignature.read(file).input("output_ids").isPresent();
  }

  /**
   * Opens the model inside the jar.
   *
   * @throws InvalidInputException when this build has none
   */
  public static EmbeddedLanguageModel shipped(Settings settings) {
    try (InputStream in = EmbeddedLanguageModel.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new InvalidInputException(
            "This build has no embedded language model (models/weights/say.onnx); train one with"
                + " 'souschef train say' and build again");
      }
      return new EmbeddedLanguageModel(
          "embedded (say.onnx)",
          OnnxSession.open("say.onnx", in.readAllBytes(), settings.threads()),
          settings);
    } catch (IOException e) {
      throw new IllegalStateException("The embedded language model cannot be read", e);
    }
  }

  /**
   * Opens a model of one's own training.
   *
   * @throws InvalidInputException when it is missing, damaged or another kind of model
   */
  public static EmbeddedLanguageModel open(Path file, Settings settings) {
    return new EmbeddedLanguageModel(
        "embedded (%s)".formatted(file.getFileName()),
        OnnxSession.open(file, settings.threads()),
        settings);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public double[] score(PlanPrompt prompt, List<GroundedSkill> skills) {
    if (skills.isEmpty()) {
      return new double[0];
    }
    CandidateTrie trie = trie(skills);
    double[] edges = new double[trie.size()];
    try (TrieReading reading = decoder.read(prompts.render(prompt), trie)) {
      reading.expand(trie.inner(), edges);
    }
    double[] scores = trie.sums(edges);
    for (int i = 0; i < scores.length; i++) {
      scores[i] = Math.min(0, scores[i]);
    }
    return scores;
  }

  @Override
  public List<Scored> best(PlanPrompt prompt, List<GroundedSkill> skills, double[] can) {
    if (skills.isEmpty()) {
      return List.of();
    }
    CandidateTrie trie = trie(skills);
    try (TrieReading reading = decoder.read(prompts.render(prompt), trie)) {
      return BestFirstSearch.search(trie, reading, can, wanted);
    }
  }

  /**
   * The plain way, for measurements: every chosen skill in its own sequence with the whole prompt.
   *
   * @param chosen indices of the skills to score
   * @param batch sequences in one pass
   */
  public double[] scoreSeparately(
      PlanPrompt prompt, List<GroundedSkill> skills, List<Integer> chosen, int batch) {
    return decoder.scoreSeparately(prompts.render(prompt), trie(skills), chosen, batch);
  }

  /** Tokens that scoring all skills after a prompt that is new computes. */
  public int tokens(PlanPrompt prompt, List<GroundedSkill> skills) {
    return prompts.render(prompt).ids().length + trie(skills).inner().length;
  }

  @Override
  public boolean isAble() {
    return decoder.programTokens().length > 0;
  }

  @Override
  public List<Written> write(String instruction, Vocabulary vocabulary) {
    PromptTokens prompt = meanings.render(instruction, List.of());
    return programs.write(
        instruction,
        vocabulary,
        (beginnings, outputs) -> decoder.after(prompt, beginnings, outputs));
  }

  @Override
  public String worded(PlanPrompt prompt) {
    return tokenizer.text(prompts.render(prompt).ids());
  }

  @Override
  public String worded(String instruction) {
    return tokenizer.text(meanings.render(instruction, List.of()).ids());
  }

  @Override
  public void forget() {
    decoder.forget();
  }

  private CandidateTrie trie(List<GroundedSkill> skills) {
    List<String> texts = skills.stream().map(GroundedSkill::text).toList();
    CandidateTrie trie = lastTrie;
    if (trie == null || !texts.equals(lastTexts)) {
      if (tokens.size() > MOST_REMEMBERED) {
        tokens.clear();
      }
      trie =
          CandidateTrie.of(
              texts.stream().map(text -> tokens.computeIfAbsent(text, prompts::skill)).toList());
      lastTexts = texts;
      lastTrie = trie;
    }
    return trie;
  }

  @Override
  public void close() {
    decoder.close();
    tokenizer.close();
  }
}
