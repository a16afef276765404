package com.example.library;

import io.souschef.skills.SkillLibrary;
import io.souschef.skills.SkillTemplate;
import io.souschef.skills.SkillTemplate.ArgumentType;
import java.util.List;

/** An own skill with effects, in code; skills.yaml beside this project says the same in a file. */
public final class Bell {

  private Bell() {}

  /** What Souschef ships and a skill more. */
  public static SkillLibrary skills() {
    return SkillLibrary.standard()
        .and(
            List.of(
                SkillTemplate.builder("ring", "ring the bell at {the place}")
                    .argument("place", ArgumentType.PLACE)
                    .need("hand is empty")
                    .effect("robot is at place")
                    .takes(20, 3) // dearer than driving, or it would be a way to drive
                    .build()));
  }
}
