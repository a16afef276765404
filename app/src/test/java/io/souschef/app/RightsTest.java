package io.souschef.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.souschef.models.ModelCatalog;
import io.souschef.models.ModelEntry;
import io.souschef.planner.SayCanPlanner;
import io.souschef.ros.RosRobot;
import io.souschef.sim.SimulatedRobot;
import io.souschef.skills.SkillLibrary;
import io.souschef.training.language.SayTraining;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What users may do with this, said wherever they may look. */
class RightsTest {

  private static final Path ROOT = Path.of("..");

  @ParameterizedTest
  @ValueSource(
      classes = {
        SkillLibrary.class,
        SayCanPlanner.class,
        ModelCatalog.class,
        SimulatedRobot.class,
        RosRobot.class,
        SayTraining.class,
        Assembly.class
      })
  void everyJarHoldsLicenceAndNotice(Class<?> ofModule) throws IOException {
    URL jar = ofModule.getProtectionDomain().getCodeSource().getLocation();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {jar}, null)) {
      assertThat(text(loader, "META-INF/LICENSE"))
          .contains("Apache License", "Version 2.0")
          .isEqualTo(Files.readString(ROOT.resolve("LICENSE")));
      assertThat(text(loader, "META-INF/NOTICE"))
          .contains("all-MiniLM-L6-v2", "Creative Commons Attribution 4.0")
          .isEqualTo(Files.readString(ROOT.resolve("NOTICE")));
    }
  }

  private static String text(ClassLoader loader, String name) throws IOException {
    try (InputStream in = loader.getResourceAsStream(name)) {
      assertThat(in).as(name).isNotNull();
      return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void modelCardsAndTheListOfModelsNameTheLicence() throws IOException {
    assertThat(ModelCatalog.shipped())
        .extracting(ModelEntry::licence)
        .isNotEmpty()
        .allMatch(licence -> licence.startsWith("Apache-2.0"));
    try (Stream<Path> cards = Files.list(ROOT.resolve("models/weights"))) {
      assertThat(cards.filter(file -> file.toString().endsWith(".md")))
          .isNotEmpty()
          .allSatisfy(card -> assertThat(card).content().containsPattern("Licence\\W+Apache-2.0"));
    }
  }

  @Test
  void rosPackagesNameTheLicence() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT.resolve("ros-bridge/ros"))) {
      assertThat(files.filter(file -> file.endsWith("package.xml")))
          .isNotEmpty()
          .allSatisfy(file -> assertThat(file).content().contains("<license>Apache-2.0</license>"));
    }
  }
}
