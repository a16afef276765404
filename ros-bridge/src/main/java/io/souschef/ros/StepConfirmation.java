package io.souschef.ros;

import io.souschef.ros.mapping.MappedCommand;
import io.souschef.skills.GroundedSkill;

/** Whether a command may go out, asked on the executing thread right before it does. */
@FunctionalInterface
public interface StepConfirmation {

  /** Asks nobody. */
  StepConfirmation NOT_NEEDED = (skill, command) -> true;

  boolean allows(GroundedSkill skill, MappedCommand command);
}
