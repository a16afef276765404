package io.souschef.training.language.corpus.episode;

import io.souschef.skills.failure.FailureReason;
import io.souschef.training.language.corpus.wording.Choose;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Decides which skills fail, and why. */
public final class Troubles {

  private static final double PER_SKILL = 0.16;
  private static final int MOST = 4;

  private final RandomGenerator random;
  private final boolean any;
  private int count;

  /**
   * @param any whether anything goes wrong in this episode
   */
  public Troubles(boolean any, RandomGenerator random) {
    this.any = any;
    this.random = random;
  }

  /** The reason a skill fails this time, one of those that it can fail for. */
  Optional<FailureReason> strike(FailureReason... reasons) {
    if (!any || count >= MOST || !Choose.chance(PER_SKILL, random)) {
      return Optional.empty();
    }
    count++;
    return Optional.of(Choose.one(List.of(reasons), random));
  }
}
