package io.souschef.models.language.huggingface;

import ai.djl.ndarray.types.DataType;
import com.fasterxml.jackson.databind.JsonNode;
import io.souschef.models.onnx.GraphSignature;
import io.souschef.models.onnx.PastLayout;
import io.souschef.skills.failure.InvalidInputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How to feed somebody else's causal decoder in ONNX, as Optimum and onnx-community export it.
 *
 * @param past its cache inputs
 * @param attentionMask whether it takes {@code attention_mask} int64 [B, P + T]
 * @param positionIds whether it takes {@code position_ids} int64 [B, T]
 * @param cacheBranch whether it takes {@code use_cache_branch} bool [1]
 * @param logitsToKeep whether it takes {@code num_logits_to_keep}, int64 scalar
 * @param batches whether several sequences may continue a cache in one pass
 * @param contextTokens longest sequence
 */
record HuggingFaceLayout(
    PastLayout past,
    boolean attentionMask,
    boolean positionIds,
    boolean cacheBranch,
    boolean logitsToKeep,
    boolean batches,
    int contextTokens) {

  private static final Pattern PAST = Pattern.compile("past_key_values\\.\\d+\\.(key|value)");
  private static final Set<String> KNOWN =
      Set.of(
          "input_ids", "attention_mask", "position_ids", "use_cache_branch", "num_logits_to_keep");

  /**
   * Reads it off a graph and its config.json.
   *
   * @param name for messages
   * @throws InvalidInputException when the graph wants something that is not served
   */
  static HuggingFaceLayout of(String name, GraphSignature signature, JsonNode config) {
    List<PastLayout.Input> past = new ArrayList<>();
    for (GraphSignature.Value input : signature.inputs()) {
      if (PAST.matcher(input.name()).matches()) {
        past.add(past(name, input, config));
      } else if (!KNOWN.contains(input.name())) {
        throw new InvalidInputException(
            "Model '%s' wants an input '%s' that is not served (%s); export it with Optimum as text-generation-with-past"
                .formatted(name, input.name(), reason(input.name())));
      }
    }
    if (past.isEmpty() || signature.input("input_ids").isEmpty()) {
      throw new InvalidInputException(
          "Model '%s' has no key-value cache; export it with Optimum as text-generation-with-past"
              .formatted(name));
    }
    return new HuggingFaceLayout(
        new PastLayout(past),
        signature.input("attention_mask").isPresent(),
        signature.input("position_ids").isPresent(),
        signature.input("use_cache_branch").isPresent(),
        signature.input("num_logits_to_keep").isPresent(),
        signature.operators().stream().noneMatch(o -> o.endsWith("GroupQueryAttention")),
        number(config, 0, "max_position_embeddings", "n_positions", "n_ctx"));
  }

  private static String reason(String input) {
    if (input.contains("conv") || input.contains("ssm") || input.contains("state")) {
      return "a convolution or state-space cache";
    }
    if (input.contains("past")) {
      return "keys and values in one tensor";
    }
    return "unknown";
  }

  private static PastLayout.Input past(String name, GraphSignature.Value input, JsonNode config) {
    if (input.dimensions().size() != 4) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT,
              "Model '%s' has a cache of %d dimensions in '%s', as Bloom has; only [batch, heads,"
                  + " tokens, width] is served",
              name,
              input.dimensions().size(),
              input.name()));
    }
    DataType type =
        switch (input.type()) {
          case 1 -> DataType.FLOAT32;
          case 10 -> DataType.FLOAT16;
          default ->
              throw new InvalidInputException(
                  String.format(
                      Locale.ROOT,
                      "Model '%s' has a cache of ONNX type %d in '%s'; only float and float16 are"
                          + " served",
                      name,
                      input.type(),
                      input.name()));
        };
    int allHeads = number(config, 0, "num_attention_heads", "n_head", "num_heads");
    long heads = input.dimensions().get(1);
    long width = input.dimensions().get(3);
    if (heads <= 0) {
      heads = number(config, allHeads, "num_key_value_heads");
    }
    if (width <= 0) {
      int hidden = number(config, 0, "hidden_size", "n_embd", "d_model");
      width = number(config, allHeads == 0 ? 0 : hidden / allHeads, "head_dim");
    }
    if (heads <= 0 || width <= 0) {
      throw new InvalidInputException(
          "Model '%s' does not tell the size of its cache; config.json needs num_key_value_heads and head_dim"
              .formatted(name));
    }
    return new PastLayout.Input(input.name(), heads, width, type);
  }

  /** The first of some fields that is there. */
  private static int number(JsonNode config, int otherwise, String... names) {
    for (String name : names) {
      if (config.path(name).isInt()) {
        return config.path(name).asInt();
      }
    }
    return otherwise;
  }
}
