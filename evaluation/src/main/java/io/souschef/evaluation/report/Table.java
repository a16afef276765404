package io.souschef.evaluation.report;

import io.souschef.skills.text.Shown;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Rows under a heading, for pages or Markdown. The first column holds words, the others figures.
 */
public final class Table {

  /** What a cell without a figure holds. */
  public static final String NOTHING = "–";

  private final List<String> heading;
  private final List<List<String>> rows = new ArrayList<>();

  public Table(String... heading) {
    this.heading = List.of(heading);
  }

  public void add(List<String> cells) {
    if (cells.size() != heading.size()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "A row has %d cells, its table %d columns",
              cells.size(),
              heading.size()));
    }
    rows.add(List.copyOf(cells));
  }

  /** The same without columns in which no row has anything to say. */
  public Table dense() {
    List<Integer> kept =
        IntStream.range(0, heading.size())
            .filter(column -> rows.stream().anyMatch(row -> !row.get(column).equals(NOTHING)))
            .boxed()
            .toList();
    Table table = new Table(kept.stream().map(heading::get).toArray(String[]::new));
    rows.forEach(row -> table.add(kept.stream().map(row::get).toList()));
    return table;
  }

  public boolean isEmpty() {
    return rows.isEmpty();
  }

  /** What the table is called where it cannot be seen: its first column. */
  public String name() {
    return heading.get(0);
  }

  /** Of its columns. */
  public List<String> heading() {
    return List.copyOf(heading);
  }

  /** Cells by row, for the part {@code table} of a page. */
  public List<List<String>> rows() {
    return List.copyOf(rows);
  }

  public String markdown() {
    StringBuilder text = new StringBuilder(line(heading));
    text.append(
        line(heading.stream().map(cell -> cell.equals(heading.get(0)) ? "---" : "---:").toList()));
    rows.forEach(row -> text.append(line(row)));
    return text.toString();
  }

  /** Comma-separated values as RFC 4180 has them, for spreadsheets and statistics. */
  String csv() {
    StringBuilder text = new StringBuilder(csv(heading));
    rows.forEach(row -> text.append(csv(row)));
    return text.toString();
  }

  private static String csv(List<String> cells) {
    return cells.stream()
        .map(Table::inert)
        .map(cell -> cell.matches("[^\",]*") ? cell : '"' + cell.replace("\"", "\"\"") + '"')
        .collect(Collectors.joining(",", "", "\r\n"));
  }

  /** On one line, and never what a spreadsheet would calculate: a model may have any name. */
  private static String inert(String cell) {
    String shown = Shown.line(cell);
    return shown.matches("[=+@-].*") && !shown.matches("[+-][0-9.][-0-9 .,%()\\[\\]–]*")
        ? "'" + shown
        : shown;
  }

  /** A {@code tabular} for a paper; it needs the package booktabs. */
  String latex() {
    StringBuilder text = new StringBuilder("\\begin{tabular}{l");
    text.append("r".repeat(heading.size() - 1)).append("}\n\\toprule\n").append(latex(heading));
    text.append("\\midrule\n");
    rows.forEach(row -> text.append(latex(row)));
    return text.append("\\bottomrule\n\\end{tabular}\n").toString();
  }

  private static String latex(List<String> cells) {
    return cells.stream()
        .map(
            cell ->
                Shown.line(cell)
                    .replace("\\", "\\textbackslash ")
                    .replaceAll("([&%$#_{}])", "\\\\$1")
                    // Behind the end of a row these begin an argument of that.
                    .replaceAll("^([\\[*])", "{$1}")
                    .replace("<", "\\textless ")
                    .replace(">", "\\textgreater ")
                    .replace("~", "\\textasciitilde ")
                    .replace("^", "\\textasciicircum ")
                    .replace("–", "--")
                    .replace("×", "$\\times$"))
        .collect(Collectors.joining(" & ", "", " \\\\\n"));
  }

  private static String line(List<String> cells) {
    return cells.stream()
        // What follows '<' without a blank would be taken for HTML, the markers of a page for one.
        .map(cell -> Shown.line(cell).replace("|", "\\|").replaceAll("<(?=[A-Za-z/!?])", "&lt;"))
        .collect(Collectors.joining(" | ", "| ", " |\n"));
  }
}
