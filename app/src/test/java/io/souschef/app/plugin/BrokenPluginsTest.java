package io.souschef.app.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.souschef.app.cli.Commands;
import io.souschef.planner.dialogue.UserProvider;
import io.souschef.planner.episode.EpisodeEvent;
import io.souschef.planner.episode.Trace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Plug-ins that break down, are none, or get in each others way. */
class BrokenPluginsTest extends PluginCase {

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

  @ParameterizedTest
  @CsvSource({
    "--llm, io.souschef.planner.usefulness.LanguageModelProvider",
    "--affordance, io.souschef.planner.affordance.AffordanceProvider",
    "--robot, io.souschef.skills.execution.RobotProvider",
    "--user, io.souschef.planner.dialogue.UserProvider"
  })
  void aJarThatOffersNothingOrTheWrongThingIsSaidToDoSo(
      String option, String provider, @TempDir Path temp) throws IOException {
    assertThat(refused(temp, option, provider, null))
        .contains("'odd.jar' names none in META-INF/services/" + provider);
    assertThat(refused(temp, option, provider, "# nothing yet"))
        .contains("'odd.jar' names none in META-INF/services/" + provider);
    assertThat(refused(temp, option, provider, "java.lang.String"))
        .contains("'odd.jar' names none in META-INF/services/" + provider);
    assertThat(refused(temp, option, provider, "two words"))
        .contains("odd.jar, META-INF/services/" + provider + ", line 1: ");
    assertThat(refused(temp, option, provider, "com.example.Gone"))
        .contains("there is no class com.example.Gone, which is named in META-INF/services/");
    assertThat(refused(temp, option, provider, "io.souschef.app.plugin.PluginJar"))
        .contains(
            "io.souschef.app.plugin.PluginJar, which is named in META-INF/services/" + provider)
        .contains("does not implement that");
  }

  private static String refused(Path temp, String option, String provider, @Nullable String service)
      throws IOException {
    Path odd = temp.resolve("odd.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(odd))) {
      out.putNextEntry(new ZipEntry(service == null ? "read.me" : "META-INF/services/" + provider));
      out.write((service == null ? "" : service).getBytes(StandardCharsets.UTF_8));
    }
    Commands.Ended ended =
        Commands.run(
            List.of("run", "--plugin", odd.toString(), option, "my", "--out", temp + "/o", "hi"));
    assertThat(ended.code()).as(ended.err()).isEqualTo(2);
    assertThat(ended.err().strip()).hasLineCount(1).doesNotContain("ServiceConfigurationError");
    return ended.err();
  }
}
