package io.souschef.skills.policy;

import io.souschef.skills.SkillLibrary;
import io.souschef.skills.execution.Guard;
import io.souschef.skills.failure.InvalidInputException;
import io.souschef.skills.world.Vocabulary;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/**
 * What a user forbids, as it stands in a file. Immutable.
 *
 * @param name what messages call it: "Policy file 'home.yaml'"
 * @param rules in the order of the file
 * @param knowsAll whether a word that the robot does not know is a mistake
 */
public record Policy(String name, List<PolicyRule> rules, boolean knowsAll) {

  public Policy {
    rules = List.copyOf(rules);
  }

  /**
   * Reads a policy.
   *
   * @throws InvalidInputException naming file, line and field
   */
  public static Policy read(Path file) {
    return PolicyFile.read(file);
  }

  /**
   * Reads a policy from YAML text.
   *
   * @param name what messages call the text
   * @throws InvalidInputException naming the text, line and field
   */
  public static Policy parse(String name, String yaml) {
    return PolicyFile.parse(name, yaml);
  }

  /** Whether what it forbids depends on the time of day. */
  public boolean hasTimes() {
    return rules.stream().anyMatch(rule -> !rule.times().isEmpty());
  }

  /**
   * What it forbids a robot.
   *
   * @param library says what the robot's skills do
   * @param vocabulary the robot's words
   * @param clock tells the time of day, in its zone
   * @throws InvalidInputException naming the first word that the robot does not know
   */
  public Guard over(SkillLibrary library, Vocabulary vocabulary, Clock clock) {
    PolicyWords words = new PolicyWords(this, library, vocabulary);
    return new PolicyGuard(rules.stream().map(words::bind).toList(), library, vocabulary, clock);
  }
}
