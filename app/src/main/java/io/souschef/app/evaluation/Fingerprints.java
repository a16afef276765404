package io.souschef.app.evaluation;

import io.souschef.app.evaluation.run.Configuration;
import io.souschef.skills.InvalidInputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
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
   * Name of each model to its SHA-256, hexadecimal. Of a model behind a server only the name is
   * known.
   */
  public static Map<String, String> of(List<Configuration> configurations) {
    Map<String, String> hashes = new TreeMap<>();
    for (Configuration configuration : configurations) {
      String llm = configuration.llm();
      if (llm.equals("embedded")) {
        shipped("say.onnx", hashes);
      } else if (llm.startsWith("embedded:")) {
        file(Path.of(llm.substring("embedded:".length())), hashes);
      } else if (llm.startsWith("onnx:")) {
        folder(Path.of(llm.substring("onnx:".length())), hashes);
      } else if (configuration.hasModel()) {
        hashes.put(llm, "a server's");
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

  private static void folder(Path folder, Map<String, String> hashes) {
    try (var files = Files.list(folder)) {
      files.filter(Files::isRegularFile).sorted().forEach(path -> file(path, hashes));
    } catch (IOException e) {
      throw unreadable(folder, e);
    }
  }

  private static void file(Path file, Map<String, String> hashes) {
    try (InputStream in = Files.newInputStream(file)) {
      hashes.put(String.valueOf(file.getFileName()), sha256(in));
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static InvalidInputException unreadable(Path path, IOException e) {
    return new InvalidInputException(
        "Language model '%s' cannot be read; check the path after --llm".formatted(path), e);
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
