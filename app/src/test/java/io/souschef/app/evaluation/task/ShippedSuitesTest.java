package io.souschef.app.evaluation.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.souschef.sim.kitchen.file.KitchenFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShippedSuitesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"plain", "kitchen-core", "saycan-dev", "saycan-plans", "feasible", "disturbed"})
  void everyTaskIsSound(String name) {
    TaskCheck check =
        new TaskCheck(new TaskReader(KitchenFile.standard()), TaskCheck.PlanCheck.NONE);
    assertThat(check.faults(TaskSuite.read(name))).isEmpty();
  }

  @Test
  void theSuitesHaveTheSizeThatTheirDescriptionSays() {
    assertThat(TaskSuite.read("plain").tasks()).hasSize(20);
    assertThat(TaskSuite.read("kitchen-core").tasks()).hasSizeGreaterThanOrEqualTo(150);
    assertThat(TaskSuite.read("saycan-dev").tasks()).hasSize(37);
    assertThat(TaskSuite.read("saycan-plans").tasks()).hasSize(91);
    assertThat(TaskSuite.read("feasible").tasks()).hasSize(60);
    assertThat(TaskSuite.read("disturbed").tasks()).hasSize(60);
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
