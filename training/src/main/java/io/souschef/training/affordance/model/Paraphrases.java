package io.souschef.training.affordance.model;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.souschef.skills.file.Resource;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Other wordings of skills.
 *
 * @param train wording to others used in training
 * @param test wording to others kept for tests
 */
public record Paraphrases(Map<String, List<String>> train, Map<String, List<String>> test) {

  /** Those of the default skills. */
  public static Paraphrases standard() {
    try (InputStream in = Resource.open(Paraphrases.class, "paraphrases.yaml")) {
      Map<String, Entry> entries = new YAMLMapper().readValue(in, new TypeReference<>() {});
      return new Paraphrases(
          entries.entrySet().stream()
              .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, e -> e.getValue().train())),
          entries.entrySet().stream()
              .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, e -> e.getValue().test())));
    } catch (IOException e) {
      throw new IllegalStateException("paraphrases.yaml in the jar cannot be read", e);
    }
  }

  private record Entry(List<String> train, List<String> test) {}

  /** Wordings for training; none for an unknown one. */
  List<String> of(String wording) {
    return train.getOrDefault(wording, List.of());
  }
}
