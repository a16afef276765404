package io.souschef.models;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.souschef.planner.dialogue.Asking;
import io.souschef.skills.failure.InvalidInputException;
import io.souschef.skills.file.WholeFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * How likely the embedded language model held what was truly meant, on held-out requests: from it
 * follows how likely a meaning must be to be asked about when what is meant shall be among the
 * meanings with a wanted probability (split conformal prediction; Ren et al., arXiv 2307.01928).
 * Immutable.
 *
 * @param requests how many
 * @param seed by which they were drawn
 * @param shares for each the certainty of what was meant, in [0, 1]; 0 where the model did not
 *     think of it
 */
public record AskingCalibration(int requests, long seed, List<Double> shares) {

  /** Where the shipped one lies on the class path. */
  public static final String RESOURCE = "/io/souschef/models/weights/say.asking.json";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final double DIGITS = 10_000;

  public AskingCalibration {
    shares = shares.stream().sorted(Comparator.reverseOrder()).toList();
  }

  /** The calibration of certainties, to four digits. */
  public static AskingCalibration of(long seed, List<Double> certainties) {
    return new AskingCalibration(
        certainties.size(),
        seed,
        certainties.stream().map(share -> Math.round(share * DIGITS) / DIGITS).toList());
  }

  /** That of the embedded language model. */
  public static AskingCalibration shipped() {
    try (InputStream in = AskingCalibration.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new InvalidInputException(
            "This build has no calibration of the language model; make it with"
                + " `souschef train confidence`, or take --ask unsure");
      }
      return JSON.readValue(in, AskingCalibration.class);
    } catch (IOException e) {
      throw new IllegalStateException(RESOURCE + " in the jar cannot be read", e);
    }
  }

  /**
   * When to ask so that what is meant is among what is asked or done so often.
   *
   * @param target in (0, 1)
   */
  public Asking.ForTarget forTarget(double target) {
    return new Asking.ForTarget(target, least(target));
  }

  /**
   * How likely a meaning must be: the ceil((n + 1) target)-th greatest of n shares, so that a new
   * request's lies above it with at least the target's probability; 0 where n is too small for
   * that.
   */
  public double least(double target) {
    if (!(target > 0 && target < 1)) {
      throw new InvalidInputException(
          String.format(Locale.ROOT, "A target must lie between 0 and 1, got %s", target));
    }
    int rank = (int) Math.ceil((shares.size() + 1) * target - 1e-9);
    return rank > shares.size() ? 0 : shares.get(rank - 1);
  }

  /**
   * Writes it.
   *
   * @throws io.souschef.skills.failure.MachineException when that is not possible
   */
  public void write(Path file) {
    try {
      WholeFile.write(file, JSON.writeValueAsString(this) + "\n");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Numbers can be written as JSON", e);
    }
  }
}
