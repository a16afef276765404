package io.souschef.ros.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.souschef.skills.failure.FailureReason;
import io.souschef.skills.failure.InvalidInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MessageCatalogTest {

  private static final MessageCatalog JAZZY = MessageCatalog.standard(Distribution.JAZZY);

  private static Path write(Path folder, String name, String text) throws Exception {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  @Test
  void anActionHasTheMessagesItTravelsIn() {
    TypeName action = TypeName.of("nav2_msgs/action/NavigateToPose");
    assertThat(JAZZY.get(action.part("SendGoal_Request")).fields())
        .extracting(Field::name)
        .containsExactly("goal_id", "goal");
    assertThat(JAZZY.get(action.part("GetResult_Response")).fields())
        .extracting(Field::name)
        .containsExactly("status", "result");
  }

  @Test
  void humbleAndJazzyDifferInNav2() {
    TypeName result = TypeName.of("nav2_msgs/action/NavigateToPose").part("Result");
    assertThat(JAZZY.get(result).field("error_code")).isPresent();
    assertThat(MessageCatalog.standard(Distribution.HUMBLE).get(result).field("error_code"))
        .isEmpty();
  }

  @Test
  void theColconPackageIsPartOfTheCatalog() {
    assertThat(JAZZY.types())
        .contains(
            TypeName.of("souschef_msgs/action/ExecuteSkill_Goal"),
            TypeName.of("souschef_msgs/msg/RobotState"));
  }

  @Test
  void everyFailureReasonHasItsCode() {
    var constants = JAZZY.get(TypeName.of("souschef_msgs/action/ExecuteSkill_Result")).constants();
    assertThat(constants.keySet())
        .contains(Arrays.stream(FailureReason.values()).map(Enum::name).toArray(String[]::new));
  }

  @Test
  void aMalformedLineIsNamedWithItsFile(@TempDir Path folder) throws Exception {
    Path file = write(folder, "my_msgs/srv/Ask.srv", "string question\n---\nwhat is this\n");
    MessageCatalog catalog = JAZZY.with(folder); // what nobody uses stops nothing
    assertThatThrownBy(() -> catalog.get(TypeName.of("my_msgs/srv/Ask").part("Request")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith(file + ", line 3: ");
  }

  @Test
  void anUnknownFieldTypeIsNamedWithAMend(@TempDir Path folder) throws Exception {
    write(folder, "my_msgs/msg/Box.msg", "other_msgs/Lid lid\n");
    MessageCatalog catalog = JAZZY.with(folder);
    assertThatThrownBy(() -> catalog.requireComplete(TypeName.of("my_msgs/msg/Box")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            "Interface my_msgs/msg/Box, field 'lid': type other_msgs/msg/Lid is not defined; add its file to the interface folder");
  }

  @Test
  void aMessageInsideItselfIsRefused(@TempDir Path folder) throws Exception {
    write(folder, "my_msgs/msg/Loop.msg", "Loop[] inner\n");
    MessageCatalog catalog = JAZZY.with(folder);
    assertThatThrownBy(() -> catalog.requireComplete(TypeName.of("my_msgs/msg/Loop")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("contains itself");
  }
}
