package io.souschef.training.language;

import io.souschef.models.language.prompt.EmbeddedPrompt;
import io.souschef.models.language.prompt.MeaningPrompt;
import io.souschef.models.language.prompt.WordPieceTokenizer;
import io.souschef.models.language.token.PromptTokens;
import io.souschef.skills.SkillLibrary;
import io.souschef.skills.failure.InvalidInputException;
import io.souschef.training.language.corpus.Splits;
import io.souschef.training.language.corpus.wording.SkillWords;
import io.souschef.training.language.model.SayTrainer;
import io.souschef.training.language.model.batch.OutputTokens;
import io.souschef.training.language.model.batch.OutputVocabulary;
import io.souschef.training.language.text.EvaluationFilter;
import io.souschef.training.language.text.EvaluationSuites;
import io.souschef.training.language.text.Request;
import io.souschef.training.language.text.RequestFiles;
import io.souschef.training.language.text.Translations;
import io.souschef.training.language.text.lexicon.Lexicon;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;

/**
 * What a training of the language model stands on: the text, its splits, the prompts, the words
 * that may come out.
 *
 * @param skillTokens tokens over which the probability of a skill is normalised
 * @param programTokens tokens over which the probability of a program is normalised
 */
record Workshop(
    Splits splits,
    WordPieceTokenizer tokenizer,
    EmbeddedPrompt prompt,
    OutputTokens skillTokens,
    OutputTokens programTokens,
    SayTrainer trainer)
    implements AutoCloseable {

  /** Programs that are looked at for their tokens. */
  private static final int SAMPLED = 60_000;

  static Workshop open(SayTraining.Options options, PrintStream out, InstantSource clock) {
    System.setProperty("ai.djl.pytorch.num_threads", Integer.toString(options.threads()));
    System.setProperty("ai.djl.pytorch.num_interop_threads", "1");
    Lexicon lexicon = Lexicon.read(options.text());
    List<Request> requests = RequestFiles.read(options.text());
    SkillWords words = new SkillWords(SkillLibrary.standard());
    Splits splits = splits(lexicon, requests, options, words);
    WordPieceTokenizer tokenizer = WordPieceTokenizer.open();
    EmbeddedPrompt prompt = new EmbeddedPrompt(tokenizer);
    MeaningPrompt meaning = new MeaningPrompt(tokenizer);
    List<PromptTokens> programs =
        splits.trainingMeanings(SAMPLED, -1).stream()
            .map(said -> meaning.render("", said.lines()))
            .toList();
    OutputTokens output =
        OutputVocabulary.forTraining(lexicon, requests, words, prompt, tokenizer, programs);
    out.printf(
        Locale.ROOT,
        "%d requests, %d nouns, %d places, %d output tokens%n",
        requests.size(),
        lexicon.nouns().size(),
        lexicon.spots().size(),
        output.ids().length);
    return new Workshop(
        splits,
        tokenizer,
        prompt,
        OutputVocabulary.ofSkills(lexicon, words, prompt),
        OutputVocabulary.ofMeanings(lexicon, words, prompt, programs),
        new SayTrainer(
            new SayTrainer.Plan(
                options.rounds(),
                options.examples(),
                options.meanings(),
                options.tokens(),
                options.rate(),
                options.seed(),
                options.folder()),
            splits,
            prompt,
            meaning,
            output,
            out,
            clock));
  }

  /**
   * What training sees and what it never does.
   *
   * @throws InvalidInputException when a request stands in an evaluation suite
   */
  static Splits splits(
      Lexicon lexicon, List<Request> requests, SayTraining.Options options, SkillWords words) {
    EvaluationFilter filter =
        new EvaluationFilter(EvaluationSuites.instructions(options.evaluations()));
    requireNoEvaluation(requests, filter);
    return new Splits(lexicon, Translations.read(options.text()), requests, filter, words);
  }

  private static void requireNoEvaluation(List<Request> requests, EvaluationFilter filter) {
    for (Request request : requests) {
      if (filter.matches(request.instruction())) {
        throw new InvalidInputException(
            "%s stands in an evaluation suite: '%s'; word it differently"
                .formatted(request.source(), request.instruction()));
      }
    }
  }

  @Override
  public void close() {
    tokenizer.close();
  }
}
