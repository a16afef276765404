package io.souschef.training.language.model.network;

import ai.onnx.proto.OnnxMl.ModelProto;
import com.google.protobuf.CodedInputStream;
import io.souschef.skills.failure.InvalidInputException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * An encoder to start from, read out of the ONNX file that LangChain4j publishes on Maven Central.
 * All are uncased BERTs of one width and one vocabulary; they differ in depth and in what they were
 * pretrained for.
 */
public enum PretrainedEncoder {
  /** all-MiniLM-L6-v2 (Apache 2.0), six layers. */
  MINILM("/all-minilm-l6-v2.onnx", 6),
  /** bge-small-en-v1.5 (MIT), twelve layers. */
  BGE_SMALL("/bge-small-en-v1.5.onnx", 12),
  /** e5-small-v2 (MIT), twelve layers. */
  E5_SMALL("/e5-small-v2.onnx", 12);

  private static final long HEAD_SEED = 7;

  private final String resource;
  private final int layers;

  PretrainedEncoder(String resource, int layers) {
    this.resource = resource;
    this.layers = layers;
  }

  /** The name to choose it by: "bge-small". */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public String toString() {
    return word();
  }

  /**
   * The pretrained weights with a fresh output head.
   *
   * @throws InvalidInputException when the artifact is not on the class path
   */
  public Weights load() {
    try (InputStream in = PretrainedEncoder.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new InvalidInputException(
            "The weights to start from (%s) are not on the class path; build with -P%s"
                .formatted(
                    resource, this == MINILM ? "training-engine" : "training-engine,encoders"));
      }
      CodedInputStream coded = CodedInputStream.newInstance(new BufferedInputStream(in, 1 << 20));
      coded.setSizeLimit(Integer.MAX_VALUE);
      return new EncoderFile(resource, ModelProto.parseFrom(coded).getGraph())
          .weights(ModelShape.MINILM.withLayers(layers), new SplittableRandom(HEAD_SEED));
    } catch (IOException e) {
      throw new IllegalStateException("%s cannot be read".formatted(resource), e);
    }
  }
}
