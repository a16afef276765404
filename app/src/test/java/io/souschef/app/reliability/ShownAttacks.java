package io.souschef.app.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import io.souschef.app.cli.Main;
import io.souschef.skills.text.Shown;
import io.souschef.skills.text.Steering;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** How what the program shows is attacked. Stateless. */
final class ShownAttacks {

  private ShownAttacks() {}

  static boolean commandLine(Random random) {
    List<String> words =
        List.of(
            "tasks",
            "check",
            "list",
            "skills",
            "report",
            "models",
            "completion",
            "bash",
            "plain",
            "kitchen-core",
            "--json",
            "--help",
            "--seed",
            "--steps",
            "--skills",
            "--kitchen",
            "--out",
            "/dev/zero",
            "/dev/null",
            "/",
            "",
            "-",
            "--",
            "@/etc/passwd",
            "no-such-file",
            "-h",
            "--version",
            "--affordance",
            "learned",
            "x",
            "99999999999",
            "-1");
    List<String> arguments = new ArrayList<>();
    int count = 1 + random.nextInt(5);
    for (int i = 0; i < count; i++) {
      arguments.add(
          random.nextInt(8) == 0
              ? new Mutations(random).morsel()
              : words.get(random.nextInt(words.size())));
    }
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        Main.run(arguments.toArray(String[]::new), new PrintWriter(out), new PrintWriter(err));
    assertThat(code).as("%s: %s", arguments, err).isBetween(0, 2);
    if (code != 0 && !arguments.contains("check")) {
      assertThat(err.toString().strip().lines()).as("%s", arguments).hasSize(1);
    }
    assertThat(harmless(out + "" + err)).as("%s", arguments).isTrue();
    return code != 0;
  }

  private static boolean harmless(String shown) {
    return shown.codePoints().allMatch(c -> Shown.isHarmless(c) || c == '\n' || c == '\t');
  }

  static boolean terminal(Random random) {
    StringBuilder said = new StringBuilder();
    Mutations mutations = new Mutations(random);
    for (int i = 0; i < 5; i++) {
      said.append(mutations.morsel()).appendCodePoint(random.nextInt(0x2100));
    }
    String shown = Episodes.shown(said.toString(), 30 + random.nextInt(120));
    assertThat(harmless(shown)).isTrue();
    // What a part forgot to make harmless meets the writer that all output passes.
    assertThat(harmless(Steering.shown(said.toString()).replace("\r\n", ""))).isTrue();
    return !shown.contains(said);
  }
}
