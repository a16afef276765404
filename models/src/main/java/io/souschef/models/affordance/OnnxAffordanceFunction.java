package io.souschef.models.affordance;

import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.engine.EngineException;
import ai.djl.inference.Predictor;
import ai.djl.onnxruntime.engine.OrtSymbolBlock;
import ai.djl.translate.TranslateException;
import io.souschef.models.onnx.OnnxEngine;
import io.souschef.models.text.TextEmbedder;
import io.souschef.planner.affordance.AffordanceFunction;
import io.souschef.planner.affordance.Attempts;
import io.souschef.skills.GroundedSkill;
import io.souschef.skills.failure.InvalidInputException;
import io.souschef.skills.file.PlainFile;
import io.souschef.skills.world.Observation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The learned value function: one run of {@code can.onnx} for all skills of an observation, on
 * DJL's ONNX engine. Owns its model and a sentence encoder, and closes them.
 */
public final class OnnxAffordanceFunction implements AffordanceFunction {

  private static final String SHIPPED = "can.onnx";

  /** Where the shipped file lies on the class path. */
  public static final String RESOURCE = "/io/souschef/models/weights/" + SHIPPED;

  private final String name;
  private final Model model;
  private final TextEmbedder embedder;
  private final Predictor<EncodedSkills, double[]> predictor;
  private final ObservationEncoder encoder = new ObservationEncoder();

  private OnnxAffordanceFunction(String name, Model model, TextEmbedder embedder) {
    this.name = name;
    this.model = model;
    this.embedder = embedder;
    this.predictor = model.newPredictor(new AffordanceTranslator(embedder));
  }

  /**
   * The value function that Souschef ships.
   *
   * @throws InvalidInputException when the installation lacks it or it does not fit
   */
  public static OnnxAffordanceFunction shipped() {
    try (InputStream in = OnnxAffordanceFunction.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new InvalidInputException(
            "The value function '%s' is missing from the class path; put it into models/weights and build again, or use --affordance analytic"
                .formatted(SHIPPED));
      }
      return load(SHIPPED, in);
    } catch (IOException e) {
      throw unreadable(SHIPPED, e);
    }
  }

  /** Of a value function of one's own; the shipped one has 0.2 MB. */
  private static final long MOST_BYTES = 256L << 20;

  /**
   * A value function of one's own, as {@code souschef train affordance} writes it.
   *
   * @throws InvalidInputException when the file is missing, damaged or was trained for other
   *     features
   */
  public static OnnxAffordanceFunction open(Path file) {
    if (!Files.exists(file)) {
      throw new InvalidInputException(
          "Value function '%s' does not exist; check the path or make it with 'souschef train affordance'"
              .formatted(file));
    }
    byte[] graph = new PlainFile("Value function", file).bytes(MOST_BYTES);
    try (InputStream in = new ByteArrayInputStream(graph)) {
      return load(file.toString(), in);
    } catch (IOException e) {
      throw unreadable(file.toString(), e);
    }
  }

  private static OnnxAffordanceFunction load(String name, InputStream in) throws IOException {
    Model model = OnnxEngine.newModel("can");
    try {
      model.load(in, Map.of("intraOpNumThreads", "1", "interOpNumThreads", "1"));
      check(name, model);
      return new OnnxAffordanceFunction(name, model, TextEmbedder.open());
    } catch (MalformedModelException | EngineException e) {
      model.close();
      throw unreadable(name, e);
    } catch (RuntimeException e) {
      model.close();
      throw e;
    }
  }

  /** The graph carries the names of its feature columns, so that no column is ever mistaken. */
  private static void check(String name, Model model) {
    String features =
        model.getBlock() instanceof OrtSymbolBlock graph
            ? graph.getCustomMetadata().get(FeatureLayout.METADATA_KEY)
            : null;
    if (features == null) {
      throw new InvalidInputException(
          "'%s' is an ONNX model but not a value function; use a file made by 'souschef train affordance'"
              .formatted(name));
    }
    if (!features.equals(FeatureLayout.signature())) {
      throw new InvalidInputException(
          "Value function '%s' was trained on other features than this version observes; train it anew with 'souschef train affordance'"
              .formatted(name));
    }
  }

  private static InvalidInputException unreadable(String name, Exception cause) {
    return new InvalidInputException(
        "Value function '%s' cannot be read as an ONNX model; restore the file or make it anew with 'souschef train affordance'"
            .formatted(name),
        cause);
  }

  @Override
  public String name() {
    return "learned (%s)".formatted(name);
  }

  @Override
  public double[] values(Observation observation, Attempts earlier, List<GroundedSkill> skills) {
    if (skills.isEmpty()) {
      return new double[0];
    }
    return values(encoder.encode(observation, earlier, skills));
  }

  /**
   * Probabilities for skills that are encoded already, for evaluation on stored rows.
   *
   * @return P(success) for each row, in order
   */
  public double[] values(EncodedSkills skills) {
    try {
      return predictor.predict(skills);
    } catch (TranslateException e) {
      throw new IllegalStateException(
          String.format(Locale.ROOT, "%s failed on %d skills", name(), skills.count()), e);
    }
  }

  @Override
  public void close() {
    predictor.close();
    model.close();
    embedder.close();
  }
}
