package io.souschef.app.evaluation;

import io.souschef.app.plugin.Plugins;
import io.souschef.app.plugin.Port;
import io.souschef.evaluation.run.Configuration;
import io.souschef.models.LanguageModelChoice;
import io.souschef.skills.failure.InvalidInputException;
import io.souschef.skills.file.IoReason;
import io.souschef.skills.file.PlainFile;
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

/** Hashes of the models and plug-ins that a run depends on. */
public final class Fingerprints {

  private static final String WEIGHTS = "/io/souschef/models/weights/";

  private final Plugins plugins;

  /**
   * Hashes of a run.
   *
   * @param plugins where parts may come from that are not Souschef's own
   */
  public Fingerprints(Plugins plugins) {
    this.plugins = plugins;
  }

  /**
   * Name of each file of a model or plug-in to its SHA-256, hexadecimal. Of a model behind a server
   * only the name is known.
   *
   * @throws InvalidInputException when a configuration names what is not there
   */
  public Map<String, String> of(List<Configuration> configurations) {
    Map<String, String> hashes = new TreeMap<>();
    for (Configuration configuration : configurations) {
      if (configuration.hasModel()) {
        String llm = configuration.llm();
        if (Port.LANGUAGE_MODEL.isOwn(llm)) {
          of(LanguageModelChoice.parse(llm), hashes);
        } else {
          plugins.file(Port.LANGUAGE_MODEL, llm).ifPresent(jar -> plugin(jar, hashes));
        }
      }
      can(configuration.affordance(), hashes);
    }
    plugins.jars().forEach(jar -> plugin(jar, hashes));
    return hashes;
  }

  private void can(String affordance, Map<String, String> hashes) {
    String file = Port.argument(affordance);
    if (affordance.equals("learned")) {
      shipped("can.onnx", hashes);
    } else if (affordance.startsWith("learned:") && !file.isBlank()) {
      hashes.put(affordance, sha256("Value function", Path.of(file)));
    } else if (!affordance.equals("analytic") && !affordance.equals("none")) {
      plugins.file(Port.AFFORDANCE, affordance).ifPresent(jar -> plugin(jar, hashes));
    }
  }

  /** Where a plug-in lies says nothing of what it does. Classes in a folder are still changing. */
  private static void plugin(Path jar, Map<String, String> hashes) {
    String name = "plug-in " + jar.getFileName();
    hashes.put(name, Files.isDirectory(jar) ? "a folder's" : sha256("Plug-in", jar));
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
      choice
          .files()
          .forEach(
              (name, file) ->
                  hashes.put(choice.name() + " " + name, sha256("Language model", file)));
    }
  }

  private static String sha256(String what, Path file) {
    try (InputStream in = new PlainFile(what, file).open()) {
      return sha256(in);
    } catch (IOException e) {
      throw new InvalidInputException(
          "%s '%s' cannot be read (%s); check the path".formatted(what, file, IoReason.of(e)), e);
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
