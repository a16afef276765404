package io.souschef.ros;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The packages that a robot's workspace takes are complete: what one names, the other has. */
class RosPackagesTest {

  private static final Path ROS = Path.of("ros");

  private static List<String> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString())
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"souschef_msgs", "souschef_bringup"})
  void aPackagesManifestIsSoundAndNamesItsFolder(String name) throws Exception {
    var manifest =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(ROS.resolve(name).resolve("package.xml").toFile());
    assertThat(manifest.getElementsByTagName("name").item(0).getTextContent()).isEqualTo(name);
    assertThat(manifest.getElementsByTagName("build_type").item(0).getTextContent())
        .isEqualTo("ament_cmake");
    assertThat(Files.readString(ROS.resolve(name).resolve("CMakeLists.txt")))
        .contains("project(%s)".formatted(name), "ament_package()");
  }

  @Test
  void everyInterfaceIsGenerated() throws Exception {
    Path messages = ROS.resolve("souschef_msgs");
    String build = Files.readString(messages.resolve("CMakeLists.txt"));
    assertThat(files(messages))
        .filteredOn(file -> file.matches(".*\\.(msg|srv|action)"))
        .isNotEmpty()
        .allSatisfy(file -> assertThat(build).contains("\"%s\"".formatted(file)));
  }

  @Test
  void theWatchdogIsInstalledAndItsOwnTestsPass() throws Exception {
    Path bringup = ROS.resolve("souschef_bringup");
    assertThat(Files.readString(bringup.resolve("CMakeLists.txt")))
        .contains("install(PROGRAMS scripts/watchdog.py");
    assertThat(Files.readString(bringup.resolve("launch/watchdog.launch.xml")))
        .contains("exec=\"watchdog.py\"");
    assumeTrue(isPython(), "python3 is not on the PATH");
    Process tests =
        new ProcessBuilder("python3", "-B", "-m", "unittest", "discover", "-s", "test")
            .directory(bringup.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(tests.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(tests.waitFor()).as(said).isZero();
  }

  private static boolean isPython() throws InterruptedException {
    try {
      return new ProcessBuilder("python3", "-c", "").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  @Test
  void theLayoutsShowTopicsThatRecordingsHave() throws Exception {
    Path config = ROS.resolve("souschef_bringup").resolve("config");
    var layout = JsonMapper.builder().build().readTree(config.resolve("foxglove.json").toFile());
    assertThat(layout.at("/layout/first/first").asText()).isEqualTo("3D!souschef");
    assertThat(layout.path("configById").toString())
        .contains("/souschef/markers", "/souschef/log", "/souschef/decisions.candidates[0].say");
    var rviz = YAMLMapper.builder().build().readTree(config.resolve("souschef.rviz").toFile());
    assertThat(rviz.at("/Visualization Manager/Displays").toString()).contains("/souschef/markers");
  }

  @Test
  void theLaunchFileFindsItsParametersAndTheyAllowASecondWayToCancel() throws Exception {
    Path bringup = ROS.resolve("souschef_bringup");
    String launch = Files.readString(bringup.resolve("launch/rosbridge.launch.xml"));
    assertThat(launch).contains("$(find-pkg-share souschef_bringup)/config/rosbridge.yaml");
    assertThat(Files.readString(bringup.resolve("config/rosbridge.yaml")))
        .contains(
            "rosbridge_websocket:\n  ros__parameters:",
            "send_action_goals_in_new_thread: true",
            "call_services_in_new_thread: true");
    assertThat(Files.readString(bringup.resolve("CMakeLists.txt")))
        .contains("install(DIRECTORY config launch");
  }
}
