package io.souschef.skills;

import io.souschef.skills.SkillTemplate.ArgumentType;
import io.souschef.skills.failure.FailureReason;
import io.souschef.skills.failure.InvalidInputException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A skill template built in code, in the words of a skills file (docs/skills.md). Used by one
 * thread.
 *
 * <pre>{@code
 * SkillTemplate ring =
 *     SkillTemplate.builder("ring", "ring the bell at {the place}")
 *         .argument("place", ArgumentType.RECEPTACLE)
 *         .need("hand is empty")
 *         .need("robot is at place")
 *         .changesNothing()
 *         .takes(3, 0)
 *         .build();
 * SkillLibrary library = SkillLibrary.standard().and(List.of(ring));
 * }</pre>
 */
public final class SkillBuilder {

  private final String action;
  private final String text;
  private final LinkedHashMap<String, @Nullable ArgumentType> arguments = new LinkedHashMap<>();
  private final List<DeclarationEntry.@Nullable NeedEntry> needs = new ArrayList<>();
  private @Nullable List<@Nullable String> effects;
  private @Nullable Double seconds;
  private @Nullable Double secondsPerMetre;

  SkillBuilder(String action, String text) {
    this.action = action;
    this.text = text;
  }

  /** Names what stands for a slot of the text. */
  public SkillBuilder argument(String name, ArgumentType type) {
    arguments.put(name, type);
    return this;
  }

  /**
   * What must hold before: "hand is empty". Needs are asked in the order in which they are said.
   */
  public SkillBuilder need(String condition) {
    needs.add(new DeclarationEntry.NeedEntry(condition, null, null));
    return this;
  }

  /**
   * The same, with what is told where it does not hold.
   *
   * @param message one sentence with slots: "The {place} is shut"
   */
  public SkillBuilder need(String condition, FailureReason reason, String message) {
    needs.add(new DeclarationEntry.NeedEntry(condition, reason, message));
    return this;
  }

  /** What holds after: "hand holds object". */
  public SkillBuilder effect(String condition) {
    changesNothing();
    if (effects != null) {
      effects.add(condition);
    }
    return this;
  }

  /** It is declared that nothing changes that others could build upon. */
  public SkillBuilder changesNothing() {
    if (effects == null) {
      effects = new ArrayList<>();
    }
    return this;
  }

  /**
   * How long it is expected to take.
   *
   * @param baseS robot time wherever it begins, seconds
   * @param perMetreS robot time for every metre to drive, seconds
   */
  public SkillBuilder takes(double baseS, double perMetreS) {
    seconds = baseS;
    secondsPerMetre = perMetreS;
    return this;
  }

  /**
   * The template. One without effects takes what the shipped skill of the same action and arguments
   * declares.
   *
   * @throws InvalidInputException naming the skill, what is wrong with it and how to mend it
   */
  public SkillTemplate build() {
    SkillFile.Entry entry =
        new SkillFile.Entry(
            action,
            text,
            arguments,
            needs.isEmpty() ? null : needs,
            effects,
            seconds,
            secondsPerMetre);
    return SkillFile.template("Skill '%s'".formatted(action), entry);
  }
}
