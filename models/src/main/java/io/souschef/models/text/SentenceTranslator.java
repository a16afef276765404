package io.souschef.models.text;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.translate.NoBatchifyTranslator;
import ai.djl.translate.TranslatorContext;
import io.souschef.models.onnx.Tokenizers;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/** One sentence to the encoder's inputs int64[1, T], and its token states float[1, T, 384] back. */
final class SentenceTranslator implements NoBatchifyTranslator<String, float[]> {

  private static final String TOKENIZER = "all-minilm-l6-v2-q-tokenizer.json";

  private final HuggingFaceTokenizer tokenizer;

  private SentenceTranslator(HuggingFaceTokenizer tokenizer) {
    this.tokenizer = tokenizer;
  }

  static SentenceTranslator open() throws IOException {
    try (InputStream json = resource(TOKENIZER)) {
      // The file itself asks for padding to 128 tokens, which would change the mean.
      return new SentenceTranslator(
          Tokenizers.open(
              json, Map.of("padding", "false", "truncation", "true", "maxLength", "256")));
    }
  }

  static InputStream resource(String name) throws FileNotFoundException {
    InputStream in = TextEmbedder.class.getResourceAsStream("/" + name);
    if (in == null) {
      throw new FileNotFoundException("no such resource");
    }
    return in;
  }

  @Override
  public NDList processInput(TranslatorContext context, String text) {
    Encoding encoding = tokenizer.encode(text);
    NDManager manager = context.getNDManager();
    return new NDList(
        row(manager, "input_ids", encoding.getIds()),
        row(manager, "attention_mask", encoding.getAttentionMask()),
        row(manager, "token_type_ids", encoding.getTypeIds()));
  }

  private static NDArray row(NDManager manager, String name, long[] values) {
    NDArray array = manager.create(values, new Shape(1, values.length));
    array.setName(name);
    return array;
  }

  @Override
  public float[] processOutput(TranslatorContext context, NDList list) {
    NDArray states = list.head();
    int tokens = Math.toIntExact(states.getShape().get(1));
    float[] values = states.toFloatArray();
    double[] sum = new double[TextEmbedder.WIDTH];
    for (int token = 0; token < tokens; token++) {
      for (int i = 0; i < sum.length; i++) {
        sum[i] += values[token * sum.length + i];
      }
    }
    double squares = 0;
    for (double value : sum) {
      squares += value * value;
    }
    double norm = Math.sqrt(squares);
    float[] embedding = new float[sum.length];
    for (int i = 0; i < sum.length; i++) {
      embedding[i] = (float) (sum[i] / norm);
    }
    return embedding;
  }

  void close() {
    tokenizer.close();
  }
}
