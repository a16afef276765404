package io.souschef.app.kitchen;

import com.fasterxml.jackson.databind.JsonNode;
import io.souschef.sim.kitchen.file.KitchenSource;
import io.souschef.sim.kitchen.shape.Rgb;
import io.souschef.skills.failure.InvalidInputException;
import io.souschef.skills.file.PlainFile;
import io.souschef.skills.file.WholeFile;
import io.souschef.skills.file.YamlDocument;
import io.souschef.skills.file.YamlEdit;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Writes attributes into a kitchen file, or the catalog that it names, for each kind of thing that
 * has none: by its noun, its colour, its form and its weight. What people wrote stays.
 */
public final class Describer {

  private static final String ATTRIBUTES = "attributes";
  private static final double HEAVY_KG = 1;

  private final SuggestedAttributes suggestions;

  public Describer(SuggestedAttributes suggestions) {
    this.suggestions = suggestions;
  }

  /**
   * Describes what is not described yet.
   *
   * @param file a kitchen file without faults
   * @return noun to what was written for it
   * @throws InvalidInputException when an entry is written in a way that cannot be added to; then
   *     nothing was changed
   */
  public Map<String, List<String>> describe(Path file) {
    Optional<Path> catalog = KitchenSource.catalogOf(file);
    return catalog
        .map(objects -> describe(objects, "/kinds"))
        .orElseGet(() -> describe(file, "/objects"));
  }

  private Map<String, List<String>> describe(Path file, String list) {
    String text = new PlainFile("Kitchen file", file).text(PlainFile.HAND_WRITTEN);
    JsonNode kinds = YamlDocument.unchecked("Kitchen file '" + file + "'", text).at(list);
    Map<String, List<String>> written = new LinkedHashMap<>();
    String described = text;
    for (int i = 0; i < kinds.size(); i++) {
      JsonNode kind = kinds.get(i);
      List<String> words = kind.has(ATTRIBUTES) ? List.of() : words(kind);
      if (!words.isEmpty()) {
        described = YamlEdit.withList(described, list + "/" + i, ATTRIBUTES, words);
        written.put(kind.path("noun").asText(), words);
      }
    }
    if (!written.isEmpty()) {
      WholeFile.write(file, described);
    }
    return written;
  }

  private List<String> words(JsonNode kind) {
    Set<String> words = new TreeSet<>(suggestions.of(kind.path("noun").asText()));
    ColourWord.of(Rgb.parse(kind.path("color").asText())).ifPresent(words::add);
    if (kind.path("shape").has("sphere")) {
      words.add("round");
    }
    if (kind.path("mass_kg").asDouble() >= HEAVY_KG) {
      words.add("heavy");
      words.remove("light");
    }
    words.remove(kind.path("category").asText());
    return List.copyOf(words);
  }
}
