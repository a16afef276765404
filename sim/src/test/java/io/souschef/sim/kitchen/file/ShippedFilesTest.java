package io.souschef.sim.kitchen.file;

import static org.assertj.core.api.Assertions.assertThatCode;

import io.souschef.skills.file.YamlDocument;
import io.souschef.skills.file.YamlSchema;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is shipped is not checked when it is read, and so is here. */
class ShippedFilesTest {

  @ParameterizedTest
  @CsvSource({
    "kitchen.yaml, kitchen.schema.json",
    "flat.yaml, kitchen.schema.json",
    "objects.yaml, objects.schema.json",
    "scene.yaml, scene.schema.json"
  })
  void whatIsShippedMeetsItsSchema(String resource, String schema) throws IOException {
    String text;
    try (InputStream in = Objects.requireNonNull(KitchenFile.class.getResourceAsStream(resource))) {
      text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    assertThatCode(
            () -> YamlDocument.parse(resource, text, new YamlSchema(KitchenFile.class, schema)))
        .doesNotThrowAnyException();
  }
}
