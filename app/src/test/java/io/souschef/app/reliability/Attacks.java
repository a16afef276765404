package io.souschef.app.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import io.souschef.evaluation.ScriptedEpisodes;
import io.souschef.evaluation.report.RunView;
import io.souschef.evaluation.run.RunJson;
import io.souschef.evaluation.run.RunSpec;
import io.souschef.evaluation.task.TaskCheck;
import io.souschef.evaluation.task.TaskReader;
import io.souschef.evaluation.task.TaskSuite;
import io.souschef.models.onnx.GraphSignature;
import io.souschef.planner.episode.Trace;
import io.souschef.ros.config.RobotConfig;
import io.souschef.ros.node.ClientFile;
import io.souschef.sim.kitchen.file.KitchenFile;
import io.souschef.sim.kitchen.file.SceneReader;
import io.souschef.skills.SkillLibrary;
import io.souschef.skills.failure.InvalidInputException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Every way in which what is read and shown is attacked. */
final class Attacks {

  private static final String SENTENCE = "read, or refused in one sentence";

  private final Path folder;
  private final SceneReader scenes = new SceneReader(KitchenFile.standard());
  private final TaskCheck check =
      new TaskCheck(new TaskReader(KitchenFile.standard()), TaskCheck.PlanCheck.NONE);

  /**
   * The attacks.
   *
   * @param folder for files; theirs alone
   */
  Attacks(Path folder) {
    this.folder = folder;
  }

  List<Attack> all() throws IOException {
    String suite = resource("/io/souschef/evaluation/task/suites/plain.jsonl");
    String skills = resource("/io/souschef/skills/skills.yaml");
    String scene = resource("/io/souschef/sim/kitchen/file/scene.yaml");
    String kitchen = resource("/io/souschef/sim/kitchen/file/kitchen.yaml");
    byte[] graph = bytes("/io/souschef/models/weights/can.onnx");
    List<String> tasks = suite.lines().limit(6).toList();
    return List.of(
        new Attack(
            "suites of tasks",
            "bytes and values changed in shipped tasks",
            "every fault named by line, or no fault",
            1,
            random -> suite(random, tasks)),
        new Attack(
            "scenes",
            "bytes changed in the default scene",
            SENTENCE,
            0.5,
            random -> refused(() -> scenes.parse("Scene", new Mutations(random).text(scene), 1))),
        new Attack(
            "kitchens",
            "bytes changed in the default kitchen",
            SENTENCE,
            0.2,
            random ->
                refused(
                    () -> KitchenFile.read(file("k.yaml", new Mutations(random).text(kitchen))))),
        new Attack(
            "skills",
            "bytes changed in the shipped skills",
            SENTENCE,
            1,
            random ->
                refused(
                    () -> SkillLibrary.read(file("s.yaml", new Mutations(random).text(skills))))),
        new Attack(
            "robot files",
            "bytes changed in the simulated robot's file",
            SENTENCE,
            0.5,
            random ->
                refused(() -> RobotConfig.parse("robot", new Mutations(random).text(robotFile())))),
        new Attack(
            "run folders",
            "values and bytes changed in run_spec.json and episodes.jsonl",
            "refused by file and line, or counted right",
            0.5,
            this::run),
        new Attack(
            "traces",
            "bytes changed in a trace",
            SENTENCE,
            1,
            random -> refused(() -> trace(new Mutations(random).text(TRACE)))),
        new Attack(
            "recordings",
            "values and bytes changed in trace and motion",
            "drawn, or refused by file and line",
            1,
            new RecordingAttack(folder)::play),
        new Attack(
            "ONNX graphs",
            "bytes changed in the head of can.onnx",
            SENTENCE,
            0.5,
            random -> refused(() -> graph(random, graph))),
        new Attack(
            "command lines",
            "words of all kinds in all places",
            "exit code 0, 1 or 2 and, unless 0, one line on standard error",
            0.2,
            ShownAttacks::commandLine),
        new Attack(
            "the terminal",
            "control characters in what is said",
            "none reaches the terminal",
            1,
            ShownAttacks::terminal));
  }

  private static final String TRACE =
      """
      {"event":"started","instruction":"a","say":"b","can":"c","style":"SCENE","stepLimit":3,"settings":{"seed":"1"}}
      {"event":"skill_started","step":1,"skill":{"action":"find","text":"find a coke","wording":"find an object","arguments":{"object":"coke"}}}
      {"event":"ended","outcome":"DONE","message":"The planner chose done","steps":1}
      """;

  /** Whether something refuses its input as it should; anything else it throws is a fault. */
  private static boolean refused(ThrowingCallable reading) throws Throwable {
    try {
      reading.call();
      return false;
    } catch (InvalidInputException e) {
      String message = String.valueOf(e.getMessage());
      assertThat(message).isNotBlank().doesNotContain("java.", "io.souschef.");
      return true;
    }
  }

  private boolean suite(Random random, List<String> tasks) throws IOException {
    Mutations mutations = new Mutations(random);
    List<String> lines = new ArrayList<>(tasks);
    int at = random.nextInt(lines.size());
    String good = lines.get(at);
    lines.set(at, random.nextBoolean() ? mutations.json(good) : mutations.text(good));
    Path file = file("suite.jsonl", String.join("\n", lines));
    List<String> faults;
    try {
      faults = check.faults(file.toString());
    } catch (InvalidInputException e) {
      return true; // not even text
    }
    assertThat(faults).allSatisfy(fault -> assertThat(fault).startsWith("Suite '"));
    if (faults.isEmpty()) {
      assertThat(TaskSuite.read(file.toString()).tasks()).isNotEmpty();
    }
    return !faults.isEmpty();
  }

  private boolean run(Random random) throws Throwable {
    Mutations mutations = new Mutations(random);
    RunSpec spec = ScriptedEpisodes.spec();
    String specText = RunJson.MAPPER.writeValueAsString(spec);
    List<String> lines = new ArrayList<>();
    for (var key : ScriptedEpisodes.keys().subList(0, 5)) {
      lines.add(RunJson.MAPPER.writeValueAsString(ScriptedEpisodes.episode(key)));
    }
    int at = random.nextInt(lines.size());
    switch (random.nextInt(4)) {
      case 0 -> specText = mutations.json(specText);
      case 1 -> lines.set(at, mutations.json(lines.get(at)));
      case 2 -> lines.set(at, mutations.text(lines.get(at)).replace("\n", ""));
      default -> lines.add(lines.get(at));
    }
    Path run = Files.createDirectories(folder.resolve("run"));
    file("run/run_spec.json", specText);
    file("run/episodes.jsonl", String.join("\n", lines) + (random.nextBoolean() ? "\n" : ""));
    return refused(
        () -> {
          RunView view = RunView.read(run);
          assertThat(view.statistics().episodes())
              .isLessThanOrEqualTo(view.statistics().planned())
              .isLessThanOrEqualTo(lines.size());
          view.statistics()
              .configurations()
              .forEach(
                  configuration ->
                      configuration
                          .all()
                          .execution()
                          .ifPresent(
                              s ->
                                  assertThat(s.success().trials())
                                      .isLessThanOrEqualTo(lines.size())));
        });
  }

  private static void trace(String text) throws IOException {
    Trace.read("trace", new BufferedReader(new StringReader(text)));
  }

  private static void graph(Random random, byte[] graph) {
    byte[] damaged = graph.clone();
    int changes = 1 + random.nextInt(5);
    for (int i = 0; i < changes; i++) {
      damaged[random.nextInt(Math.min(4000, damaged.length))] = (byte) random.nextInt(256);
    }
    ByteBuffer model = ByteBuffer.wrap(damaged);
    model.limit(random.nextInt(4) == 0 ? random.nextInt(damaged.length) : damaged.length);
    GraphSignature.parse("damaged.onnx", model.slice());
  }

  private Path file(String name, String content) throws IOException {
    // Half a character has no bytes; it becomes a question mark.
    return Files.write(folder.resolve(name), content.getBytes(StandardCharsets.UTF_8));
  }

  private static String robotFile() {
    return ClientFile.yaml(KitchenFile.standard().vocabulary(), "ws://127.0.0.1:9090", 0, "");
  }

  private static String resource(String name) throws IOException {
    return new String(bytes(name), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String name) throws IOException {
    try (InputStream in = Attacks.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException(name + " is not on the class path");
      }
      return in.readAllBytes();
    }
  }
}
