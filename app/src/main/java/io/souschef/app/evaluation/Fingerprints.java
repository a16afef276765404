package io.souschef.app.evaluation;

import io.souschef.app.evaluation.run.Configuration;
import io.souschef.models.LanguageModelChoice;
import io.souschef.skills.InvalidInputException;
import io.souschef.skills.file.IoReason;
import io.souschef.skills.file.PlainFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Hashes of the models that a run depends on. Stateless. */
public final class Fingerprints {

  private static final String WEIGHTS = "/io/souschef/models/weights/";

  private Fingerprints() {}

  /**
   * Name of each file of a model to its SHA-256, hexadecimal. Of a model behind a server only the
   * name is known.
   */
  public static Map<String, String> of(List<Configuration> configurations) {
    Map<String, String> hashes = new TreeMap<>();
    for (Configuration configuration : configurations) {
      if (configuration.hasModel()) {
        of(LanguageModelChoice.parse(configuration.llm()), hashes);
      }
      if (configuration.affordance().equals("learned")) {
        shipped("can.onnx", hashes);
      }
    }
    return hashes;
  }

  private static void shipped(String name, Map<String, String> hashes) {
    try (InputStream in = Fingerprints.class.getResourceAsStream(WEIGHTS + name)) {
      if (in != null) {
        hashes.put(name, sha256(in));
      }
    } catch (IOException e) {
      throw new IllegalStateException(name + " in the jar cannot be read", e);
    }
  }

  private static void of(LanguageModelChoice choice, Map<String, String> hashes) {
    if (choice instanceof LanguageModelChoice.Shipped) {
      shipped("say.onnx", hashes);
    } else if (choice instanceof LanguageModelChoice.Served) {
      hashes.put(choice.name(), "a server's");
    } else {
      choice.files().forEach((name, file) -> hashes.put(choice.name() + " " + name, sha256(file)));
    }
  }

  private static String sha256(Path file) {
    try (InputStream in = new PlainFile("Model file", file).open()) {
      return sha256(in);
    } catch (IOException e) {
      throw new InvalidInputException(
          "Language model '%s' cannot be read (%s); check the path after --llm"
              .formatted(file, IoReason.of(e)),
          e);
    }
  }

  private static String sha256(InputStream in) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] buffer = new byte[1 << 16];
      int read = in.read(buffer);
      while (read >= 0) {
        digest.update(buffer, 0, read);
        read = in.read(buffer);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
