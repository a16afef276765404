package io.souschef.evaluation;

import io.souschef.evaluation.task.Task;
import io.souschef.evaluation.task.TaskSuite;
import io.souschef.sim.kitchen.file.KitchenSource;
import io.souschef.sim.kitchen.file.Kitchens;
import io.souschef.skills.SkillLibrary;
import io.souschef.skills.file.Sha256;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Where a run takes place and what the robot can do there, as it was read when the run began: what
 * becomes of the files meanwhile changes nothing. Travels as JSON.
 *
 * @param kitchen the kitchen of tasks that name none
 * @param others the kitchens that tasks name, by that name
 * @param skills the skills file; empty for the default skills
 */
public record Home(
    KitchenSource kitchen, Map<String, KitchenSource> others, Optional<SkillsText> skills) {

  /** What tasks and messages call the kitchen of tasks that name none. */
  private static final String STANDARD = "kitchen";

  /**
   * A skills file that was read.
   *
   * @param name what messages call it
   * @param text its YAML
   */
  public record SkillsText(String name, String text) {}

  public Home {
    others = Collections.unmodifiableMap(new TreeMap<>(others));
  }

  /** The default kitchen and skills. */
  public static Home standard() {
    return new Home(KitchenSource.shipped("default"), Map.of(), Optional.empty());
  }

  /**
   * The same with every kitchen that tasks of these suites name.
   *
   * @throws io.souschef.skills.failure.InvalidInputException when one cannot be read
   */
  public Home forTasks(List<TaskSuite> suites) {
    Map<String, KitchenSource> named = new TreeMap<>(others);
    for (TaskSuite suite : suites) {
      for (Task task : suite.tasks()) {
        task.kitchen().ifPresent(name -> named.computeIfAbsent(name, Home::read));
      }
    }
    named.values().removeIf(source -> source.text().isEmpty());
    return new Home(kitchen, named, skills);
  }

  /** What no kitchen is called so is a fault of the task, and told as one by its check. */
  private static KitchenSource read(String name) {
    return Kitchens.source(name)
        .orElse(new KitchenSource(name, "", Optional.empty(), Optional.empty()));
  }

  /** Its kitchens. */
  public Kitchens kitchens() {
    return new Kitchens(kitchen.kitchen(), others);
  }

  /** Its skills. */
  public SkillLibrary library() {
    return skills
        .map(file -> SkillLibrary.parse(file.name(), file.text()))
        .orElseGet(SkillLibrary::standard);
  }

  /** What everything in it is called to its SHA-256, for a run's specification. */
  public Map<String, String> fingerprints() {
    Map<String, String> hashes = new TreeMap<>();
    hashes.put(STANDARD, kitchen.sha256());
    others.forEach((name, source) -> hashes.put(STANDARD + " " + name, source.sha256()));
    hashes.put("skills", Sha256.of(skills.map(SkillsText::text).orElse("standard")));
    return hashes;
  }
}
