package io.souschef.app.bench.peer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What a peer says is taken as it is; one that is not here says why. */
@DisabledOnOs(OS.WINDOWS)
class PythonPeerTest {

  private static final ObjectNode WORK = JsonNodeFactory.instance.objectNode().put("steps", 7);

  @TempDir Path temp;

  private PythonPeer.Answer ask(String script) throws IOException {
    Path program =
        Files.createFile(
            temp.resolve("python"),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    Files.writeString(program, "#!/bin/sh\n" + script + "\n");
    return new PythonPeer(program.toString()).ask("bodies.py", WORK);
  }

  @Test
  void whatItPrintsIsItsFigure() throws IOException {
    PythonPeer.Answer answer =
        ask(
            "grep -q mj_step \"$1\" && grep -q '\"steps\":7' \"$2\" && echo '{\"perSecond\":"
                + " 12.5}'");
    assertThat(answer)
        .isInstanceOfSatisfying(
            PythonPeer.Figures.class,
            figures -> assertThat(figures.values().path("perSecond").asDouble()).isEqualTo(12.5));
  }

  @Test
  void aMissingLibraryIsNamed() throws IOException {
    assertThat(ask("echo Traceback >&2; echo \"No module named 'mujoco'\" >&2; exit 1"))
        .isEqualTo(new PythonPeer.NotHere("No module named 'mujoco'"));
  }

  @Test
  void aMissingPythonIsNamed() {
    assertThat(new PythonPeer(temp.resolve("none").toString()).ask("network.py", WORK))
        .isInstanceOfSatisfying(
            PythonPeer.NotHere.class, answer -> assertThat(answer.why()).contains("none"));
  }

  @Test
  void whatIsNoFigureIsNotTakenForOne() throws IOException {
    assertThat(ask("echo hello")).isInstanceOf(PythonPeer.NotHere.class);
  }
}
