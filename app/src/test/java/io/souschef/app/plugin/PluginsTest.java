package io.souschef.app.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.souschef.app.cli.Commands;
import io.souschef.planner.affordance.AffordanceProvider;
import io.souschef.planner.dialogue.UserProvider;
import io.souschef.planner.episode.EpisodeEvent;
import io.souschef.planner.episode.Trace;
import io.souschef.planner.usefulness.LanguageModelProvider;
import io.souschef.skills.execution.RobotProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Jars of strangers at the command line, well-behaved and not. */
class PluginsTest {

  private static final String IMPORTS =
      """
      import io.souschef.planner.affordance.*;
      import io.souschef.planner.dialogue.*;
      import io.souschef.planner.program.*;
      import io.souschef.planner.usefulness.*;
      import io.souschef.skills.*;
      import io.souschef.skills.execution.*;
      import io.souschef.skills.world.*;
      import java.util.*;
      import java.util.function.Consumer;
      """;

  /** Misbehaves as its argument says. */
  private static final String MODEL =
      IMPORTS
          + """
          public class Model implements LanguageModelProvider {
            public String scheme() { return "my"; }
            public String description() { return "goes to the table"; }
            public UsefulnessScorer open(String how) {
              switch (how) {
                case "open-throws": throw new IllegalStateException("the cellar is flooded");
                case "open-refuses": throw new InvalidInputException("There is no cellar 'x'");
                case "open-nothing": return null;
                case "open-sneaky": Model.<RuntimeException>sneak(new java.io.IOException("a wire"));
                default: return how.equals("writes") ? new WriterAlone(new Writer()) : new Scorer(how);
              }
            }
            static <T extends Throwable> void sneak(Throwable t) throws T { throw (T) t; }
            static class Scorer implements UsefulnessScorer {
              final String how;
              Scorer(String how) { this.how = how; }
              public String name() {
                if (how.equals("name-nothing")) return null;
                return "my model";
              }
              public double[] score(PlanPrompt prompt, List<GroundedSkill> skills) {
                switch (how) {
                  case "throws": throw new IllegalStateException("the cellar is flooded\\nto the roof");
                  case "stack": return score(prompt, skills);
                  case "linkage": throw new NoSuchMethodError("SkillLibrary.sing()");
                  case "assertion": throw new AssertionError("never");
                  case "nothing": return null;
                  case "short": return new double[1];
                  case "nan": return skills.stream().mapToDouble(s -> Double.NaN).toArray();
                  default:
                    boolean first = prompt.steps().isEmpty();
                    return skills.stream().mapToDouble(s -> s.text().equals(first ? "go to the table" : "done") ? -0.1 : -9).toArray();
                }
              }
              public void close() {}
            }
            static class Writer implements ProgramWriter {
              public String name() { return "my writer"; }
              public List<Written> write(String said, Vocabulary words) {
                List<String> lines = List.of("visit table", "done");
                return List.of(new Written(Shorthand.parse(lines), lines, 1));
              }
              public void close() {}
            }
          }
          """;

  private static final String VALUES =
      IMPORTS
          + """
          public class Values implements AffordanceProvider {
            public String scheme() { return "sure"; }
            public AffordanceFunction open(String how) {
              return new AffordanceFunction() {
                public String name() { return "sure"; }
                public double[] values(Observation o, Attempts a, List<GroundedSkill> skills) {
                  switch (how) {
                    case "throws": throw new IllegalStateException("no idea");
                    case "two": return new double[] {2};
                    default: return skills.stream().mapToDouble(s -> 1).toArray();
                  }
                }
                public void close() {}
              };
            }
          }
          """;

  private static final String BODY =
      IMPORTS
          + """
          public class Body implements RobotProvider {
            public String scheme() { return "cart"; }
            public Robot open(String how) {
              return new Robot() {
                String at = "user";
                final Place table = new Place("table", Place.Kind.SURFACE, Pose.upright(1, 0, 0.75, 0), 1, 1);
                public Vocabulary vocabulary() {
                  return new Vocabulary(List.of(new Vocabulary.Kind("coke", "cokes", true)), List.of(table));
                }
                public Observation observe() {
                  if (how.equals("blind")) throw new IllegalStateException("the camera is off");
                  return new Observation(0, Pose.upright(0, 0, 0, 0), Optional.of(at), Optional.empty(), List.of(),
                      List.of(new PlaceState(table, Optional.empty(), OptionalDouble.empty())));
                }
                public SkillResult execute(GroundedSkill skill, Consumer<Progress> progress) {
                  if (how.equals("falls")) throw new IllegalStateException("fell over");
                  if (how.equals("mute")) return null;
                  at = skill.place().orElse(at);
                  return new SkillResult.Succeeded(1, "there");
                }
                public void cancel() {}
                public void emergencyStop() {}
                public void close() {}
              };
            }
          }
          """;

  private static final String PERSON =
      IMPORTS
          + """
          public class Person implements UserProvider {
            public String scheme() { return "me"; }
            public User open(String how) { return User.nobody(); }
          }
          """;

  @TempDir private static Path folder;
  private static Path jar = Path.of("");

  @BeforeAll
  static void pack() throws IOException {
    jar =
        new PluginJar()
            .source("Model", MODEL)
            .source("Values", VALUES)
            .source("Body", BODY)
            .source("Person", PERSON)
            .service(LanguageModelProvider.class, "Model")
            .service(AffordanceProvider.class, "Values")
            .service(RobotProvider.class, "Body")
            .service(UserProvider.class, "Person")
            .write(folder, "strangers.jar");
  }

  private static Commands.Ended run(Path out, String... arguments) {
    List<String> words = new ArrayList<>(List.of("run", "--json", "--out", out.toString()));
    words.addAll(List.of("--plugin", jar.toString()));
    words.addAll(List.of(arguments));
    words.add("come along");
    return Commands.run(words);
  }

  @Test
  void everyPortIsTakenFromAJar(@TempDir Path out) throws IOException {
    Commands.Ended ended =
        run(out, "--llm", "my", "--affordance", "sure", "--robot", "cart", "--user", "me");
    assertThat(ended.code()).as(ended.err()).isZero();
    JsonNode summary = new JsonMapper().readTree(ended.out());
    assertThat(summary.at("/outcome").asText()).isEqualTo("DONE");
    assertThat(summary.at("/plan/0").asText()).isEqualTo("go to the table");
    assertThat(Trace.read(out.resolve("trace.jsonl")).get(0))
        .isInstanceOfSatisfying(
            EpisodeEvent.Started.class,
            started -> {
              assertThat(started.say()).isEqualTo("my model");
              assertThat(started.can()).isEqualTo("sure");
              assertThat(started.settings()).containsEntry("robot", "cart");
            });
  }

  @Test
  void whatWritesProgramsPlansByThem(@TempDir Path out) throws IOException {
    Commands.Ended ended =
        run(out, "--llm", "my:writes", "--affordance", "sure", "--robot", "cart");
    assertThat(ended.code()).as(ended.err()).isZero();
    assertThat(new JsonMapper().readTree(ended.out()).at("/plan/0").asText())
        .isEqualTo("go to the table");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          my:throws    | sure        | cart       | IllegalStateException: the cellar is flooded)
          my:stack     | sure        | cart       | StackOverflowError
          my:linkage   | sure        | cart       | it does not fit this version of Souschef or of Java: NoSuchMethodError
          my:assertion | sure        | cart       | AssertionError: never
          my:nothing   | sure        | cart       | NullPointerException
          my:short     | sure        | cart       | must answer with a score for each of
          my:nan       | sure        | cart       | has log-probability NaN
          my           | sure:throws | cart       | no idea
          my:writes    | sure:throws | cart       | no idea
          my:writes    | sure:two    | cart       | must answer with a probability for each of 1 skills
          my           | sure:two    | cart       | must answer with a probability for each of
          my           | sure        | cart:blind | the camera is off
          my:writes    | sure        | cart:falls | fell over
          my           | sure        | cart:mute  | answered nothing when asked for its execute
          """)
  void whatBreaksDownInAnEpisodeEndsItWithItsWords(
      String llm, String affordance, String robot, String words, @TempDir Path out)
      throws IOException {
    Commands.Ended ended = run(out, "--llm", llm, "--affordance", affordance, "--robot", robot);
    assertThat(ended.code()).as(ended.err()).isEqualTo(1);
    assertThat(ended.err()).isEmpty();
    JsonNode summary = new JsonMapper().readTree(ended.out());
    assertThat(summary.at("/outcome").asText()).isEqualTo("ERROR");
    assertThat(summary.at("/message").asText()).contains(words).doesNotContain("\n");
    List<EpisodeEvent> trace = Trace.read(out.resolve("trace.jsonl"));
    assertThat(trace.get(trace.size() - 1)).isInstanceOf(EpisodeEvent.Ended.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1 | my:open-throws  | Plug-in 'my' of Model in strangers.jar failed (IllegalStateException: the cellar is flooded)
          1 | my:open-nothing | Plug-in 'my' of Model in strangers.jar answered nothing when asked for its open
          1 | my:open-sneaky  | IOException: a wire
          1 | my:name-nothing | answered nothing when asked for its name
          2 | my:open-refuses | There is no cellar 'x'
          2 | mine            | There is no language model 'mine'; pass embedded, embedded:<file.onnx>, onnx:<folder or file>, openai:<url>#<model> or my[:...] of a plug-in
          """)
  void whatCannotBeMadeIsOneSentence(int code, String llm, String words, @TempDir Path out) {
    Commands.Ended ended = run(out, "--llm", llm, "--affordance", "sure", "--robot", "cart");
    assertThat(ended.code()).as(ended.err()).isEqualTo(code);
    assertThat(ended.err().strip()).hasLineCount(1).startsWith("souschef: ").contains(words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --affordance | strong    | There is no value function 'strong'; pass learned, learned:<file.onnx>, analytic, none or sure[:...] of a plug-in
          --affordance | learned:  | There is no value function 'learned:'
          --affordance | learned:x | Value function 'x' does not exist
          --robot      | horse     | There is no robot 'horse'; pass sim, ros2 or cart[:...] of a plug-in
          --user       | cat       | There is no user 'cat'; pass terminal, nobody or me[:...] of a plug-in
          """)
  void anUnknownSchemeNamesThoseThatThereAre(
      String option, String choice, String words, @TempDir Path out) {
    Commands.Ended ended = run(out, "--llm", "my", option, choice);
    assertThat(ended.code()).as(ended.err()).isEqualTo(2);
    assertThat(ended.err().strip()).hasLineCount(1).contains(words);
  }

  @Test
  void whatIsNoJarIsRefused(@TempDir Path temp) throws IOException {
    Path text = Files.writeString(temp.resolve("notes.txt"), "no jar");
    assertThat(Commands.run(List.of("models", "--plugin", text.toString())).err())
        .contains("is no jar");
    assertThat(Commands.run(List.of("models", "--plugin", temp + "/gone.jar")).err())
        .contains("gone.jar' does not exist");
  }

  @Test
  void brokenOnesAreNamedAndHideNoOthers(@TempDir Path temp) throws IOException {
    Path broken =
        new PluginJar()
            .source(
                "Proud",
                IMPORTS
                    + """
                    public class Proud implements UserProvider {
                      public String scheme() { return "terminal"; }
                      public User open(String how) { return User.nobody(); }
                    }
                    """)
            .source(
                "Sick",
                IMPORTS
                    + """
                    public class Sick implements UserProvider {
                      public Sick() { throw new IllegalStateException("no energy"); }
                      public String scheme() { return "sick"; }
                      public User open(String how) { return User.nobody(); }
                    }
                    """)
            .service(UserProvider.class, "Gone")
            .service(UserProvider.class, "Sick")
            .service(UserProvider.class, "Proud")
            .write(temp, "broken.jar");
    Commands.Ended ended =
        Commands.run(List.of("models", "--plugin", broken.toString(), "--plugin", jar.toString()));
    assertThat(ended.out())
        .contains(
            "--user me",
            "--llm my",
            "goes to the table",
            "no energy",
            "Gone",
            "calls itself 'terminal', which is Souschef's own");
  }

  @Test
  void aSchemeThatTwoClaimIsRefused(@TempDir Path temp, @TempDir Path out) throws IOException {
    Path twin =
        new PluginJar()
            .source("Twin", PERSON.replace("class Person", "class Twin"))
            .service(UserProvider.class, "Twin")
            .write(temp, "twin.jar");
    Commands.Ended ended =
        run(out, "--plugin", twin.toString(), "--user", "me", "--llm", "my", "--robot", "cart");
    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.err())
        .contains("Person in strangers.jar", "Twin in twin.jar", "call themselves 'me'");
  }

  @Test
  void anEvaluationUsesThemAndRemembersTheirHash(@TempDir Path temp) throws IOException {
    Path suite =
        Files.writeString(
            temp.resolve("mine.jsonl"),
            """
            {"id":"go","family":"verbs","instruction":"go to the table","scene":{},"goal":{"robot_at":"table"}}
            """);
    List<String> words = List.of("eval --rates plan --llm my --affordance sure --suite".split(" "));
    List<String> arguments = new ArrayList<>(words);
    arguments.addAll(
        List.of(suite.toString(), "--plugin", jar.toString(), "--out", temp + "/run", "--json"));
    Commands.Ended ended = Commands.run(arguments);
    assertThat(ended.code()).as(ended.err()).isZero();
    assertThat(
            new JsonMapper()
                .readTree(ended.out())
                .at("/configurations/0/all/plan/success/successes")
                .asInt())
        .isEqualTo(1);
    JsonNode spec = new JsonMapper().readTree(temp.resolve("run/run_spec.json").toFile());
    assertThat(spec.at("/plan/models/plug-in strangers.jar").asText()).hasSize(64);
    arguments.set(arguments.indexOf("sure"), "sturdy");
    assertThat(Commands.run(arguments).err()).contains("There is no value function 'sturdy'");
  }

  @Test
  void aBenchMeasuresPortsOfAJar() throws IOException {
    Commands.Ended ended =
        Commands.run(
            List.of(
                "bench",
                "decision",
                "can",
                "--json",
                "--plugin",
                jar.toString(),
                "--llm",
                "my",
                "--affordance",
                "sure",
                "--robot",
                "cart"));
    assertThat(ended.code()).as(ended.err()).isZero();
    JsonNode measured = new JsonMapper().readTree(ended.out());
    assertThat(measured.at("/decision/skills").asInt()).isBetween(1, 100);
    assertThat(measured.at("/can/candidates").asInt()).isBetween(1, 100);
  }
}
