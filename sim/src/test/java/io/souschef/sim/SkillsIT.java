package io.souschef.sim;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * Nothing goes through anything, whatever the robot does. A few scenes by default; {@code
 * -Dsouschef.soak=200} runs five hundred skills of each kind and more.
 */
class SkillsIT {

  private static final int SCENES = Integer.getInteger("souschef.soak", 6);
  private static final int SKILLS = 35;

  @Test
  void nothingGoesThroughAnythingWhateverTheRobotDoes() {
    SkillTrials trials = new SkillTrials();
    for (int seed = 1; seed <= SCENES; seed++) {
      trials.run(seed, SKILLS);
    }
    assertThat(trials.faults()).isEmpty();
    assertThat(trials.tried()).as("every kind of skill").hasSize(13);
  }
}
