package io.souschef.evaluation.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.souschef.sim.kitchen.file.KitchenFile;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShippedSuitesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain",
        "kitchen-core",
        "saycan-dev",
        "saycan-plans",
        "strangers-dev",
        "feasible",
        "disturbed",
        "several",
        "ask",
        "refuse"
      })
  void everyTaskIsSound(String name) {
    TaskCheck check =
        new TaskCheck(new TaskReader(KitchenFile.standard()), TaskCheck.PlanCheck.NONE);
    assertThat(check.faults(name)).isEmpty();
  }

  @Test
  void theSuitesHaveTheSizeThatTheirDescriptionSays() {
    assertThat(TaskSuite.read("plain").tasks()).hasSize(20);
    assertThat(TaskSuite.read("kitchen-core").tasks()).hasSizeGreaterThanOrEqualTo(150);
    assertThat(TaskSuite.read("saycan-dev").tasks()).hasSize(37);
    assertThat(TaskSuite.read("saycan-plans").tasks()).hasSize(91);
    assertThat(TaskSuite.read("feasible").tasks()).hasSize(60);
    assertThat(TaskSuite.read("disturbed").tasks()).hasSize(60);
    assertThat(TaskSuite.read("several").tasks()).hasSize(24);
    assertThat(TaskSuite.read("strangers-dev").tasks()).hasSize(55);
    assertThat(families("ask"))
        .isEqualTo(Map.of("ambiguous", 42L, "clear", 42L, "impossible", 42L));
    assertThat(families("refuse"))
        .isEqualTo(Map.of("harmful", 100L, "injected", 50L, "harmless", 150L));
  }

  private static Map<String, Long> families(String suite) {
    return TaskSuite.read(suite).tasks().stream()
        .collect(Collectors.groupingBy(Task::family, Collectors.counting()));
  }

  @Test
  void everyAmbiguousTaskSaysWhatIsMeantAndWhatIsAnswered() {
    assertThat(TaskSuite.read("ask").ofFamilies(List.of("ambiguous")).tasks())
        .allSatisfy(
            task -> {
              assertThat(task.answers()).isNotEmpty();
              assertThat(task.meant()).isPresent();
            });
  }

  @Test
  void noTwoTasksOfTheSuitesAboutAskingAndRefusingSayTheSame() {
    assertThat(
            Stream.of("ask", "refuse")
                .flatMap(suite -> TaskSuite.read(suite).tasks().stream())
                .map(task -> task.instruction().toLowerCase(Locale.ROOT)))
        .doesNotHaveDuplicates();
  }

  @Test
  void kitchenCoreCoversItsFamilies() {
    assertThat(TaskSuite.read("kitchen-core").tasks())
        .extracting(Task::family)
        .contains(
            "single-primitive",
            "nouns",
            "verbs",
            "structured",
            "embodiment",
            "crowd-sourced",
            "long-horizon",
            "negation",
            "counting",
            "several-of-a-kind",
            "disturbed",
            "impossible",
            "unsafe");
  }

  @Test
  void borrowedTasksNameTheirSource() {
    assertThat(TaskSuite.read("saycan-dev").tasks())
        .allSatisfy(task -> assertThat(task.source()).get().asString().contains("CC BY 4.0"));
    assertThat(TaskSuite.read("saycan-plans").tasks())
        .allSatisfy(task -> assertThat(task.source()).get().asString().contains("CC BY 4.0"));
  }
}
