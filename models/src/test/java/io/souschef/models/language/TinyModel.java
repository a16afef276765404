package io.souschef.models.language;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A folder as one gets it from Hugging Face, with random weights and a tokenizer of bytes. */
public final class TinyModel {

  static final int VOCABULARY = 257;

  /** End of text. */
  static final int END = 256;

  private TinyModel() {}

  public static Path write(Path folder, RandomDecoders.Layout layout) throws IOException {
    Files.createDirectories(folder.resolve("onnx"));
    Files.write(folder.resolve("onnx/model.onnx"), RandomDecoders.causal(9, 1, VOCABULARY, layout));
    Files.writeString(
        folder.resolve("config.json"),
        "{\"model_type\": \"tiny\", \"max_position_embeddings\": %d, \"eos_token_id\": %d}"
            .formatted(RandomDecoders.CONTEXT, END));
    Files.writeString(folder.resolve("tokenizer.json"), tokenizer());
    return folder;
  }

  /** Byte-level BPE without a single merge: every byte is a token. */
  private static String tokenizer() {
    List<String> characters = new ArrayList<>();
    int moved = 256;
    for (int value = 0; value < 256; value++) {
      boolean printable =
          (value >= '!' && value <= '~')
              || (value >= 0xa1 && value <= 0xac)
              || (value >= 0xae && value <= 0xff);
      characters.add("\\u%04x".formatted(printable ? value : moved++));
    }
    String vocabulary =
        IntStream.range(0, 256)
            .mapToObj(i -> "\"%s\": %d".formatted(characters.get(i), i))
            .collect(Collectors.joining(", "));
    return """
        {"version": "1.0", "truncation": null, "padding": null, "normalizer": null,
         "added_tokens": [{"id": %d, "content": "<end>", "single_word": false, "lstrip": false,
           "rstrip": false, "normalized": false, "special": true}],
         "pre_tokenizer": {"type": "ByteLevel", "add_prefix_space": false, "trim_offsets": true,
           "use_regex": true},
         "post_processor": null,
         "decoder": {"type": "ByteLevel", "add_prefix_space": false, "trim_offsets": true,
           "use_regex": true},
         "model": {"type": "BPE", "dropout": null, "unk_token": null,
           "continuing_subword_prefix": null, "end_of_word_suffix": null, "fuse_unk": false,
           "vocab": {%s}, "merges": []}}
        """
        .formatted(END, vocabulary.replace("\\u0022", "\\\"").replace("\\u005c", "\\\\"));
  }
}
