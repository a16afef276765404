package io.souschef.ros.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PrintableTest {

  @Test
  void whatATerminalWouldObeyIsWrittenOut() {
    assertThat(Printable.of("red \u001b[31m, bell \u0007, line\nbreak\r, \u009b2J, \u202eback"))
        .isEqualTo("red \\u001b[31m, bell \\u0007, line\\nbreak\\r, \\u009b2J, \\u202eback");
  }

  @Test
  void wordsOfEveryLanguageStayAsTheyAre() {
    assertThat(Printable.of("Küche 杯子 🧀 – “so”")).isEqualTo("Küche 杯子 🧀 – “so”");
  }

  @Test
  void whateverComesNothingUnseenIsShownAndNothingEndless() {
    SplittableRandom random = new SplittableRandom(5);
    for (int i = 0; i < 2000; i++) {
      StringBuilder words = new StringBuilder();
      int length = random.nextInt(1200);
      for (int j = 0; j < length; j++) {
        words.append((char) random.nextInt(random.nextBoolean() ? 0x100 : 0x10000));
      }
      String shown = Printable.of(words.toString());
      assertThat(shown.length()).isLessThanOrEqualTo(500 * 9 + 3);
      assertThat(shown.codePoints().filter(Character::isISOControl)).isEmpty();
    }
  }
}
