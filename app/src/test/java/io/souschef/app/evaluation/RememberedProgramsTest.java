package io.souschef.app.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.souschef.planner.program.ProgramWriter;
import io.souschef.planner.program.Shorthand;
import io.souschef.planner.program.WriterAlone;
import io.souschef.skills.world.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A program is written once for all seeds and attempts, and never taken for another's. */
class RememberedProgramsTest {

  private static final Vocabulary COKE =
      new Vocabulary(List.of(new Vocabulary.Kind("coke", "cokes", true)), List.of());
  private static final Vocabulary TEA =
      new Vocabulary(List.of(new Vocabulary.Kind("tea", "teas", true)), List.of());

  private final List<String> written = new ArrayList<>();

  private RememberedPrograms remembered(String model) {
    return RememberedPrograms.of(
        model,
        new WriterAlone(
            new ProgramWriter() {
              @Override
              public String name() {
                return model;
              }

              @Override
              public List<Written> write(String instruction, Vocabulary vocabulary) {
                written.add(instruction);
                List<String> lines = List.of("bring " + vocabulary.kinds().get(0).noun(), "done");
                return List.of(new Written(Shorthand.parse(lines), lines, 0.5));
              }

              @Override
              public void close() {}
            }));
  }

  @Test
  void whatIsAskedAgainIsNotWrittenAgainByWhomever() {
    List<ProgramWriter.Written> first = remembered("one").write("drink", COKE);
    RememberedPrograms another = remembered("one");
    another.forget();
    assertThat(another.write("drink", COKE)).isEqualTo(first);
    assertThat(written).containsExactly("drink");
  }

  @Test
  void anotherRequestKitchenOrModelIsWrittenAnew() {
    RememberedPrograms programs = remembered("two");
    programs.write("drink", COKE);
    assertThat(programs.write("drink", TEA).get(0).shorthand()).first().isEqualTo("bring tea");
    programs.write("a drink", COKE);
    remembered("three").write("drink", COKE);
    assertThat(written).containsExactly("drink", "drink", "a drink", "drink");
  }
}
