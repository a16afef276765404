package io.souschef.planner.program.script;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes what was fuzzed, and the list of attacks, into a section of a page. */
final class FuzzFigures {

  private static final String BEGIN = "<!-- begin programs -->";
  private static final String END = "<!-- end programs -->";

  private FuzzFigures() {}

  static void write(Path page, List<String> rows, int count, long seed) throws IOException {
    Map<String, Integer> attacks = new TreeMap<>();
    AttackList.all().forEach(row -> attacks.merge(row.kind(), 1, Integer::sum));
    StringBuilder text = new StringBuilder(BEGIN + "\n## Programs\n\n");
    text.append(
        "| texts | read | refused | ran | of these ended at a limit | acts and skills carried out, all checked | broken |\n");
    text.append("|---|---:|---:|---:|---:|---:|---:|\n");
    rows.forEach(row -> text.append(row).append('\n'));
    text.append("\nAttacks with the answer of each: ");
    text.append(
        String.join(
            ", ", attacks.entrySet().stream().map(e -> e.getValue() + " " + e.getKey()).toList()));
    text.append(
        " (`planner/src/test/resources/io/souschef/planner/program/script/attacks.txt`).\n\n");
    text.append(
        "Made by `mvn -pl planner -am verify -Dit.test=none -Dtest=FuzzTest"
            + " -Dsurefire.failIfNoSpecifiedTests=false -Dsouschef.fuzz=%s".formatted(count)
            + " -Dsouschef.reliability=../docs/reliability.md`, seed %s, on Java %s, %s.\n"
                .formatted(
                    seed, System.getProperty("java.version"), System.getProperty("os.name")));
    text.append(END);
    String before = Files.readString(page);
    int begin = before.indexOf(BEGIN);
    String after =
        begin < 0
            ? before.stripTrailing() + "\n\n" + text + "\n"
            : before.substring(0, begin)
                + text
                + before.substring(before.indexOf(END) + END.length());
    Files.writeString(page, after);
  }
}
