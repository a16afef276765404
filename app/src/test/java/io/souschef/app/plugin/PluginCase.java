package io.souschef.app.plugin;

import io.souschef.app.cli.Commands;
import io.souschef.planner.affordance.AffordanceProvider;
import io.souschef.planner.dialogue.UserProvider;
import io.souschef.planner.usefulness.LanguageModelProvider;
import io.souschef.skills.execution.RobotProvider;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** A jar of strangers with something for each port. */
abstract class PluginCase {

  static final String IMPORTS =
      """
      import io.souschef.planner.affordance.*;
      import io.souschef.planner.dialogue.*;
      import io.souschef.planner.program.*;
      import io.souschef.planner.usefulness.*;
      import io.souschef.skills.*;
      import io.souschef.skills.execution.*;
      import io.souschef.skills.failure.*;
      import io.souschef.skills.world.*;
      import java.util.*;
      import java.util.function.Consumer;
      """;

  /** Misbehaves as its argument says. */
  static final String MODEL =
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

  static final String VALUES =
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

  static final String BODY =
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

  static final String PERSON =
      IMPORTS
          + """
          public class Person implements UserProvider {
            public String scheme() { return "me"; }
            public User open(String how) { return User.nobody(); }
          }
          """;

  @TempDir static Path folder;

  static Path jar = Path.of("");

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

  static Commands.Ended run(Path out, String... arguments) {
    List<String> words = new ArrayList<>(List.of("run", "--json", "--out", out.toString()));
    words.addAll(List.of("--plugin", jar.toString()));
    words.addAll(List.of(arguments));
    words.add("come along");
    return Commands.run(words);
  }
}
