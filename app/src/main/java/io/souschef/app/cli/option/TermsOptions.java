package io.souschef.app.cli.option;

import io.souschef.planner.limit.EpisodeLimits;
import io.souschef.planner.limit.Terms;
import io.souschef.skills.failure.InvalidInputException;
import io.souschef.skills.file.PlainFile;
import io.souschef.skills.policy.Policy;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say what is forbidden and how long an episode may last. */
public final class TermsOptions {

  @Option(
      names = "--policy",
      paramLabel = "FILE",
      description = "What the robot must not do, whoever asks (YAML); see docs/safety.md.")
  private @Nullable Path policy;

  @Option(
      names = "--clock",
      paramLabel = "HH:MM",
      description = "Time of day at which the policy is held to (default: this machine's clock).")
  private @Nullable String clock;

  @Option(
      names = "--max-time",
      paramLabel = "SECONDS",
      description = "Wall-clock time that an episode may take (default: no limit).")
  private @Nullable Double maxTime;

  @Option(
      names = "--max-robot-time",
      paramLabel = "SECONDS",
      description = "Robot time that an episode's skills may take (default: no limit).")
  private @Nullable Double maxRobotTime;

  @Option(
      names = "--max-tokens",
      paramLabel = "COUNT",
      description = "Tokens that a server's model may read and write (default: no limit).")
  private @Nullable Long maxTokens;

  /**
   * The terms; the policy has been read then.
   *
   * @throws InvalidInputException when an option or the policy is faulty
   */
  public Terms terms() {
    String time = clock == null ? "" : clock;
    if (clock != null && !time.matches("([01][0-9]|2[0-3]):[0-5][0-9]")) {
      throw new InvalidInputException(
          "--clock must be a time of day like 22:30, got '%s'".formatted(time));
    }
    EpisodeLimits limits = limits();
    Path file = policy;
    if (file == null) {
      return new Terms("", "", time, limits);
    }
    String name = "Policy file '" + file + "'";
    String text = new PlainFile("Policy file", file).text(PlainFile.HAND_WRITTEN);
    Policy unused = Policy.parse(name, text);
    return new Terms(name, text, time, limits);
  }

  private EpisodeLimits limits() {
    EpisodeLimits limits = EpisodeLimits.NONE;
    try {
      limits = maxTime == null ? limits : limits.withTimeS(maxTime);
      limits = maxRobotTime == null ? limits : limits.withRobotTimeS(maxRobotTime);
      return maxTokens == null ? limits : limits.withTokens(maxTokens);
    } catch (IllegalArgumentException e) {
      throw new InvalidInputException(String.valueOf(e.getMessage()), e);
    }
  }
}
