package io.souschef.app.doctor;

import io.souschef.app.Assembly;
import io.souschef.app.plugin.Plugins;
import io.souschef.app.plugin.Port;
import io.souschef.models.LanguageModels;
import io.souschef.models.language.LanguageModel;
import io.souschef.models.language.LanguageModelScorer;
import io.souschef.models.language.embedded.EmbeddedLanguageModel;
import io.souschef.models.language.prompt.DialoguePrompt;
import io.souschef.models.server.CompletionServer;
import io.souschef.planner.usefulness.PlanPrompt;
import io.souschef.planner.usefulness.ScoringException;
import io.souschef.planner.usefulness.UsefulnessScorer;
import io.souschef.planner.writing.TextGenerator;
import io.souschef.planner.writing.TextGenerator.Request;
import io.souschef.planner.writing.TextGenerator.Written;
import io.souschef.skills.GroundedSkill;
import io.souschef.skills.failure.InvalidInputException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Tries a language model: opens it, lets it rank some skills, measures how fast it is. */
final class ModelTrial {

  private static final String SUBJECT = "language model";
  private static final int WRITTEN_TOKENS = 24;
  private static final PlanPrompt PROMPT =
      new PlanPrompt("bring me a coke", Optional.empty(), List.of());
  private static final List<GroundedSkill> SKILLS =
      Stream.of(
              "find a coke",
              "find a sponge",
              "find an apple",
              "pick up the coke",
              "go to the table",
              "open the fridge",
              "wipe the table",
              "done")
          .map(
              text -> new GroundedSkill(text.equals("done") ? "done" : "any", text, text, Map.of()))
          .toList();

  private final String llm;
  private final int threads;
  private final Plugins plugins;

  /**
   * A trial.
   *
   * @param llm as {@code --llm} names it
   * @param threads threads of a model in this process
   * @param plugins other people's models
   */
  ModelTrial(String llm, int threads, Plugins plugins) {
    this.llm = llm;
    this.threads = threads;
    this.plugins = plugins;
  }

  List<Finding> run() {
    LanguageModels models = Assembly.languageModels(threads, SKILLS.size());
    try {
      long start = System.nanoTime();
      boolean embedded = llm.startsWith(LanguageModels.EMBEDDED);
      if (embedded || !Port.LANGUAGE_MODEL.isOwn(llm)) {
        try (UsefulnessScorer scorer = Assembly.say(llm, threads, SKILLS.size(), plugins)) {
          return scorer(scorer, start);
        }
      }
      try (LanguageModel model = models.model(llm)) {
        return other(model, start);
      }
    } catch (RuntimeException | LinkageError | OutOfMemoryError e) {
      return List.of(new Finding(SUBJECT, false, Finding.why(e)));
    }
  }

  private static List<Finding> scorer(UsefulnessScorer scorer, long start) {
    List<Finding> findings = new ArrayList<>();
    findings.add(opened(scorer.name(), start));
    findings.add(ranking(scorer));
    if (scorer instanceof EmbeddedLanguageModel model) {
      model.forget();
      long asked = System.nanoTime();
      model.score(PROMPT, SKILLS);
      int tokens = model.tokens(PROMPT, SKILLS);
      findings.add(speed("reads", tokens, seconds(asked)));
    }
    return findings;
  }

  private static List<Finding> other(LanguageModel model, long start) {
    List<Finding> findings = new ArrayList<>();
    if (model instanceof CompletionServer server) {
      server
          .findings()
          .forEach(
              probed -> {
                String line = probed.way() + ": " + probed.detail();
                findings.add(
                    probed.works()
                        ? new Finding("probe", true, line)
                        : Finding.told("probe", line));
              });
    }
    findings.add(opened(model.name(), start));
    UsefulnessScorer scorer = new LanguageModelScorer(model, DialoguePrompt.standard());
    findings.add(ranking(scorer));
    model.generator().ifPresent(generator -> findings.add(writing(generator)));
    return findings;
  }

  /** Planning needs no text from a model, so that one that does not write is none the worse. */
  private static Finding writing(TextGenerator generator) {
    long asked = System.nanoTime();
    try {
      Written written = generator.write(Request.of("Once upon a time", WRITTEN_TOKENS, List.of()));
      return written.tokens() > 0
          ? speed("writes", written.tokens(), seconds(asked))
          : Finding.told("speed", "it does not tell how many tokens it writes");
    } catch (ScoringException | InvalidInputException e) {
      return Finding.told("speed", "it does not continue text (" + Finding.why(e) + ")");
    }
  }

  private static Finding opened(String name, long start) {
    return new Finding(
        SUBJECT, true, String.format(Locale.ROOT, "%s, ready in %.1f s", name, seconds(start)));
  }

  private static Finding ranking(UsefulnessScorer scorer) {
    long start = System.nanoTime();
    double[] scores = scorer.score(PROMPT, SKILLS);
    double took = seconds(start);
    double sum = IntStream.range(0, scores.length).mapToDouble(i -> Math.exp(scores[i])).sum();
    String order =
        IntStream.range(0, scores.length)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> scores[i]).reversed())
            .map(
                i ->
                    String.format(
                        Locale.ROOT,
                        "%s %.1f%%",
                        SKILLS.get(i).text(),
                        100 * Math.exp(scores[i]) / sum))
            .collect(Collectors.joining(", "));
    String asked =
        String.format(Locale.ROOT, "“%s” in %.2f s: %s", PROMPT.instruction(), took, order);
    boolean sensible = scores[0] > scores[SKILLS.size() - 1];
    return new Finding(
        "ranking",
        sensible,
        sensible
            ? asked
            : asked
                + "; it finds doing nothing more useful than what was asked for, so take another");
  }

  private static Finding speed(String does, int tokens, double seconds) {
    return new Finding(
        "speed",
        true,
        String.format(
            Locale.ROOT,
            "%s %,.0f tokens/s (%d in %.2f s)",
            does,
            tokens / seconds,
            tokens,
            seconds));
  }

  private static double seconds(long sinceNanos) {
    return (System.nanoTime() - sinceNanos) / 1e9;
  }
}
