package io.souschef.skills.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SteeringTest {

  @Test
  void ownColoursReachTheTerminal() {
    assertThat(Steering.shown("a " + Steering.painted(32, "✓") + " b"))
        .isEqualTo("a \u001b[32m✓\u001b[0m b");
    assertThat(Steering.shown(Steering.clearedLine() + "line")).isEqualTo("\r\u001b[Kline");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u001b[32m✓ Done\u001b[0m",
        "\u001b[8mhidden",
        "\u001b[m",
        "\r\u001b[K✓ Done",
        "\u001b[K",
        "\u009b31m",
        "a\rb",
        "a\r\r\nb",
        "\u001b]0;title\u0007",
        "\uFDD0:32\uFDD1",
        "\uFDD0clear\uFDD1",
        "\uFDD0[a-z0-9]+:32\uFDD1"
      })
  void whatOthersWriteSteersNothing(String words) {
    for (String text : new String[] {words, Steering.painted(1, words), words + words}) {
      String rest = Steering.shown(text).replace("\u001b[1m", "").replace("\u001b[0m", "");
      assertThat(rest.replace("\r\n", ""))
          .doesNotContain("\u001b", "\u009b", "\r", "\u0007")
          .hasSizeGreaterThanOrEqualTo(words.replace("\r\n", "").length());
    }
  }

  @Test
  void linesEndAsTheSystemEndsThem() {
    assertThat(Steering.shown("a\r\nb\n\tc\r\n")).isEqualTo("a\r\nb\n\tc\r\n");
  }

  @Test
  void codesAreThoseOfColours() {
    assertThatThrownBy(() -> Steering.painted(1000, "x")).hasMessageContaining("got 1000");
  }
}
