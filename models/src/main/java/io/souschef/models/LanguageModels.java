package io.souschef.models;

import io.souschef.models.language.LanguageModel;
import io.souschef.models.language.LanguageModelScorer;
import io.souschef.models.language.embedded.EmbeddedLanguageModel;
import io.souschef.models.language.huggingface.OnnxLanguageModel;
import io.souschef.models.language.prompt.DialoguePrompt;
import io.souschef.models.server.CompletionServer;
import io.souschef.models.server.http.RetryPolicy;
import io.souschef.models.server.http.ServerAddress;
import io.souschef.planner.usefulness.UsefulnessScorer;
import io.souschef.skills.failure.InvalidInputException;
import java.util.Locale;
import java.util.Map;

/**
 * Opens what {@code --llm} names: {@code embedded}, {@code embedded:<file.onnx>}, {@code
 * onnx:<folder or file>} or {@code openai:<url>#<model>}.
 *
 * @param threads threads of a model in this process, at least 1
 * @param wanted of how many of the best skills the embedded model makes sure when it does not score
 *     all, at least 1
 * @param environment where a server's key and proxy stand
 * @param policy how patient to be with a server
 */
public record LanguageModels(
    int threads, int wanted, Map<String, String> environment, RetryPolicy policy) {

  /** The name of the default. */
  public static final String EMBEDDED = "embedded";

  public LanguageModels {
    environment = Map.copyOf(environment);
  }

  /**
   * Opens a scorer; the caller closes it.
   *
   * @throws InvalidInputException when there is no such kind of model, or it cannot be opened
   */
  public UsefulnessScorer scorer(String name) {
    return scorer(LanguageModelChoice.parse(name));
  }

  /**
   * Opens a scorer; the caller closes it.
   *
   * @throws InvalidInputException when the model cannot be opened
   */
  public UsefulnessScorer scorer(LanguageModelChoice choice) {
    EmbeddedLanguageModel.Settings settings = new EmbeddedLanguageModel.Settings(threads, wanted);
    if (choice instanceof LanguageModelChoice.Shipped) {
      return EmbeddedLanguageModel.shipped(settings);
    }
    if (choice instanceof LanguageModelChoice.OwnTraining own) {
      return EmbeddedLanguageModel.open(own.file(), settings);
    }
    return new LanguageModelScorer(model(choice), DialoguePrompt.standard());
  }

  /**
   * Opens a model that continues text; the caller closes it.
   *
   * @throws InvalidInputException when there is no such kind of model, or it cannot be opened
   */
  public LanguageModel model(String name) {
    return model(LanguageModelChoice.parse(name));
  }

  private LanguageModel model(LanguageModelChoice choice) {
    if (choice instanceof LanguageModelChoice.Foreign foreign) {
      return OnnxLanguageModel.open(foreign.at(), threads);
    }
    if (choice instanceof LanguageModelChoice.Served served) {
      return CompletionServer.open(ServerAddress.parse(served.address()), environment, policy);
    }
    throw new InvalidInputException(
        "Language model '%s' ranks skills and does not continue text".formatted(choice.name()));
  }

  @Override
  public String toString() {
    // The environment holds keys.
    return String.format(
        Locale.ROOT, "LanguageModels[threads=%d, wanted=%d, policy=%s]", threads, wanted, policy);
  }
}
