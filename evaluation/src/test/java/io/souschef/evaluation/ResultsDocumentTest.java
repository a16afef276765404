package io.souschef.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.souschef.evaluation.ResultsDocument.Section;
import io.souschef.skills.failure.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsDocumentTest {

  @TempDir Path temp;

  @Test
  void aSectionIsReplacedAndTheOthersStay() throws IOException {
    Path page = temp.resolve("docs/results.md");
    ResultsDocument.write(page, section("plain", "18 of 20"));
    ResultsDocument.write(page, section("ablation", "a table"));
    String both = Files.readString(page);
    ResultsDocument.write(page, section("plain", "19 of 20"));
    assertThat(Files.readString(page)).isEqualTo(both.replace("18 of 20", "19 of 20"));
  }

  @Test
  void aSectionSaysHowItWasMade() throws IOException {
    Path page = temp.resolve("results.md");
    ResultsDocument.write(page, section("plain", "18 of 20"));
    assertThat(Files.readString(page))
        .startsWith("# Results\n")
        .contains("<!-- begin plain -->\n## Title\n\n18 of 20\n\n")
        .contains("Made by `souschef eval`, seeds 1 to 3, on 2 cores.\n<!-- end plain -->\n");
  }

  @Test
  void aLostMarkerIsNamed() throws IOException {
    Path page = temp.resolve("results.md");
    Files.writeString(page, "# Results\n<!-- begin plain -->\n");
    assertThatThrownBy(() -> ResultsDocument.write(page, section("plain", "x")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("one marker of section 'plain' without the other");
  }

  private static Section section(String name, String body) {
    return new Section(name, "Title", body, "souschef eval", "1 to 3", "2 cores");
  }
}
