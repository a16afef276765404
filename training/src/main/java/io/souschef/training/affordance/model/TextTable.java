package io.souschef.training.affordance.model;

import io.souschef.models.text.TextEmbedder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Different texts and their embeddings; text 0 is empty and has the zero vector. */
final class TextTable {

  private final TextEmbedder embedder;
  private final List<String> texts = new ArrayList<>(List.of(""));
  private final Map<String, Integer> index = new HashMap<>(Map.of("", 0));

  TextTable(TextEmbedder embedder) {
    this.embedder = embedder;
  }

  int indexOf(String text) {
    return index.computeIfAbsent(
        text,
        added -> {
          texts.add(added);
          return texts.size() - 1;
        });
  }

  int size() {
    return texts.size();
  }

  /** float[size, 384], row after row. */
  float[] embeddings() {
    float[] values = new float[texts.size() * TextEmbedder.WIDTH];
    for (int i = 0; i < texts.size(); i++) {
      embedder.embed(texts.get(i), values, i * TextEmbedder.WIDTH);
    }
    return values;
  }
}
