package io.souschef.evaluation.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.souschef.web.page.Template;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableTest {

  private static Table table(String cell) {
    Table table = new Table("name", "figure");
    table.add(List.of(cell, "1"));
    return table;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          =HYPERLINK("http://x","y")    | "'=HYPERLINK(""http://x"",""y"")",1
          @SUM(A1)                      | '@SUM(A1),1
          -2+3+cmd!A0                   | '-2+3+cmd!A0,1
          -4.5 [-9.0, 0.3]              | "-4.5 [-9.0, 0.3]",1
          bring                         | bring,1
          """)
  void aSpreadsheetCalculatesNothingThatSomebodyElseNamed(String cell, String row) {
    assertThat(table(cell).csv().split("\r\n")).containsExactly("name,figure", row);
  }

  @ParameterizedTest
  @CsvSource({
    "[x], {[}x] & 1",
    "*, {*} & 1",
    "a < b_c, a \\textless  b\\_c & 1",
    "\\input{x}, \\textbackslash input\\{x\\} & 1"
  })
  void aPaperReadsNoCommandsOutOfAName(String cell, String row) {
    assertThat(table(cell).latex()).contains(row);
  }

  @ParameterizedTest
  @CsvSource({
    "<!-- end x -->, &lt;!-- end x -->",
    "<script>, &lt;script>",
    "p < 0.05, p < 0.05",
    "a|b, a\\|b"
  })
  void aPageOfMarkdownKeepsItsMarkers(String cell, String shown) {
    assertThat(table(cell).markdown()).contains("| " + shown + " | 1 |");
  }

  @ParameterizedTest
  @CsvSource({"'a\u202eb', a\\u202eb", "'a\u001b[8mb', a\\u001b[8mb"})
  void nothingTurnsOrHidesWriting(String cell, String shown) {
    Table table = table(cell);
    assertThat(table.csv()).contains(shown);
    assertThat(table.markdown()).contains(shown);
    assertThat(Template.of(Table.class, "table").fill(table)).contains(shown);
    assertThat(table.latex()).contains("textbackslash u");
  }
}
