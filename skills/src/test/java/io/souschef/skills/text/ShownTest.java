package io.souschef.skills.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ShownTest {

  @Test
  void wordsOfAnyScriptStayAsTheyAre() {
    String text = "bring me a café ‒ “crème” 麦茶 👩‍🍳 שלום";
    assertThat(Shown.line(text)).isEqualTo(text);
  }

  @Test
  void whatSteersATerminalIsEscaped() {
    assertThat(Shown.line("a\u001b[2Jb\u0007\u009b31mc\u007f"))
        .isEqualTo("a\\u001b[2Jb\\u0007\\u009b31mc\\u007f");
  }

  @Test
  void aLineCannotBeForgedNorWrittenBackwards() {
    assertThat(Shown.line("ok\n✓ done\r\u2028x\u202eevil\u2066"))
        .isEqualTo("ok\\n✓ done\\r\\u2028x\\u202eevil\\u2066");
  }

  @Test
  void linesMayStayWhereTheyAreWanted() {
    assertThat(Shown.lines("one\n\ttwo\r\u001b")).isEqualTo("one\n\ttwo\\r\\u001b");
  }

  @Test
  void noTextWhateverKeepsAControlCharacter() {
    Random random = new Random(12);
    for (int i = 0; i < 2_000; i++) {
      StringBuilder text = new StringBuilder();
      random.ints(20, 0, 0x3000).forEach(c -> text.append((char) c));
      text.append((char) (0xD800 + random.nextInt(0x800)));
      assertThat(Shown.line(text.toString()).codePoints()).allMatch(Shown::isHarmless);
    }
  }
}
