package io.souschef.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.souschef.ros.message.Distribution;
import io.souschef.ros.message.MessageCatalog;
import io.souschef.ros.message.TypeName;
import io.souschef.ros.message.json.MessageJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every command of docs/robot.md is one that there is. What is for Souschef is taken apart by
 * Souschef; what is for ROS 2 names files, arguments, types and fields of ours that exist. A kind
 * of command that no check knows fails.
 */
class RobotPageTest {

  static final Path PAGE = Path.of("..", "docs", "robot.md");
  private static final Path ROS = Path.of("..", "ros-bridge", "ros");

  /** Of others, with the arguments that the page gives them. */
  private static final Set<String> FOREIGN =
      Set.of(
          "nav2_bringup bringup_launch.py map",
          "my_robot_moveit_config move_group.launch.py",
          "rosbridge_server rosbridge_websocket_launch.xml address port send_action_goals_in_new_thread call_services_in_new_thread");

  private static final List<Pattern> SHELL =
      List.of(
          Pattern.compile("sudo apt install ros-(humble|jazzy)-rosbridge-suite"),
          Pattern.compile("source (/opt/ros/(humble|jazzy)|install)/setup.bash"),
          Pattern.compile("cd ~/ws"));

  static List<String> blocks() throws IOException {
    List<String> commands = PageCommands.blocks(PAGE);
    assertThat(commands).hasSizeGreaterThan(20);
    return commands;
  }

  static List<String> spans() throws IOException {
    List<String> commands = PageCommands.spans(PAGE);
    assertThat(commands).hasSizeGreaterThan(5);
    return commands;
  }

  @ParameterizedTest
  @MethodSource({"blocks", "spans"})
  void isACommandThatThereIs(String command) throws Exception {
    List<String> words = PageCommands.words(command);
    if (command.startsWith("./souschef ")) {
      int end = words.contains(">") ? words.indexOf(">") : words.size();
      Main.commands().parseArgs(words.subList(1, end).toArray(String[]::new));
    } else if (command.startsWith("ros2 launch ")) {
      launch(words.get(2), words.get(3), words.subList(4, words.size()));
    } else if (command.startsWith("ros2 action send_goal ")) {
      goal(words);
    } else if (command.startsWith("cp -r ")) {
      assertThat(words.subList(2, words.size() - 1))
          .isNotEmpty()
          .allSatisfy(from -> assertThat(Path.of("..", from)).isDirectory());
    } else if (command.startsWith("colcon build --packages-select ")) {
      assertThat(words.subList(3, words.size()))
          .isNotEmpty()
          .allSatisfy(name -> assertThat(ROS.resolve(name).resolve("package.xml")).isRegularFile());
    } else {
      assertThat(SHELL).as(command).anyMatch(known -> known.matcher(command).matches());
    }
  }

  private static void launch(String pack, String file, List<String> arguments) throws IOException {
    List<String> names = arguments.stream().map(word -> word.split(":=", 2)[0]).toList();
    if (!pack.startsWith("souschef")) {
      assertThat(FOREIGN).contains(String.join(" ", pack, file, String.join(" ", names)).strip());
      return;
    }
    String declared = Files.readString(ROS.resolve(pack).resolve("launch").resolve(file));
    for (String name : names) {
      assertThat(declared)
          .containsAnyOf(
              "<arg name=\"%s\"".formatted(name), "DeclareLaunchArgument('%s'".formatted(name));
    }
  }

  private static void goal(List<String> words) throws IOException {
    assertThat(words).hasSize(7).contains("--feedback", "/souschef/do_task");
    ObjectNode goal = (ObjectNode) YAMLMapper.builder().build().readTree(words.get(6));
    assertThat(
            new MessageJson(MessageCatalog.standard(Distribution.JAZZY))
                .complete(TypeName.of(words.get(5)).part("Goal"), goal)
                .path("instruction")
                .asText())
        .isEqualTo("bring me a coke");
  }
}
