package io.souschef.app.chat;

import static org.assertj.core.api.Assertions.assertThat;

import org.jline.reader.CompletingParsedLine;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;
import org.junit.jupiter.api.Test;

class TypedLinesTest {

  private static final String SAID = "put the coke on the clo";

  @Test
  void aNameOfSeveralWordsIsCompletedWithoutQuotes() {
    ParsedLine line = TypedLines.parser().parse(SAID, SAID.length(), Parser.ParseContext.COMPLETE);
    assertThat(line.word()).isEqualTo("clo");
    assertThat(line)
        .isInstanceOfSatisfying(
            CompletingParsedLine.class,
            completing -> {
              assertThat(completing.escape("close counter", true)).hasToString("close counter");
              assertThat(completing.rawWordCursor()).isEqualTo(3);
              assertThat(completing.rawWordLength()).isEqualTo(3);
            });
  }

  @Test
  void whatIsSaidIsNeverTakenForAQuotation() {
    String said = "it's mine, \"bring\" it \\ now";
    assertThat(
            TypedLines.parser().parse(said, said.length(), Parser.ParseContext.ACCEPT_LINE).line())
        .isEqualTo(said);
  }
}
