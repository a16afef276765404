package io.souschef.models.language.huggingface;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import io.souschef.skills.failure.InvalidInputException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens somebody else's tokenizer in a process of its own first: what the native library cannot
 * stand there ends that process and not this one.
 */
final class TokenizerTrial {

  private static final Logger LOG = LoggerFactory.getLogger(TokenizerTrial.class);
  private static final long PATIENCE_S = 60;

  /** What a shell calls a process that a signal ended: 128 and the signal. */
  private static final int SIGNALED = 128;

  private static final int REFUSED = 7;

  /** Of every kind of character that a normalizer or a splitter may trip over. */
  private static final String SAMPLE =
      "Bring me 2 cokes, please! ÀÉ ﬁ Ｗide ①½ 麦茶 کتاب שלום кофе 👩‍🍳 \u0301 \u00a0\u3000tab\t--"
          + " don't <|endoftext|> [CLS] </s> _▁Ġ";

  /** What stood its trial in this process: a fact that does not change. */
  private static final Set<String> SOUND = ConcurrentHashMap.newKeySet();

  private TokenizerTrial() {}

  /**
   * Tries a tokenizer.
   *
   * @param json its content
   * @throws InvalidInputException when the native library refuses it or breaks down over it
   */
  static void require(Path file, String json) {
    if (!SOUND.contains(sha256(json))) {
      stand(file);
      SOUND.add(sha256(json));
    }
  }

  private static void stand(Path file) {
    int code;
    String said;
    try {
      Process process = new ProcessBuilder(command(file)).redirectErrorStream(true).start();
      process.getOutputStream().close();
      try (InputStream out = process.getInputStream()) {
        said = new String(out.readNBytes(1 << 16), StandardCharsets.UTF_8);
        out.transferTo(OutputStream.nullOutputStream());
      }
      if (!process.waitFor(PATIENCE_S, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw broken(file, "it takes more than a minute to read");
      }
      code = process.exitValue();
    } catch (IOException e) {
      LOG.debug("No process to try a tokenizer in", e);
      return;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return;
    }
    if (code == REFUSED) {
      throw broken(file, said.strip().lines().reduce((a, b) -> b).orElse("it is no tokenizer"));
    }
    if (code >= SIGNALED || said.contains("panicked")) {
      throw broken(
          file,
          said.lines()
              .filter(line -> line.contains("panicked") || line.contains("called `"))
              .reduce((a, b) -> b)
              .orElse("the native library breaks down over it"));
    }
    LOG.debug("The trial of {} ended with {}: {}", file, code, said);
  }

  private static List<String> command(Path file) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xshare:auto",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:-CreateCoredumpOnCrash",
            "-XX:+SuppressFatalErrorMessage",
            "-Dai.djl.offline=true",
            "-cp",
            System.getProperty("java.class.path"),
            TokenizerTrial.class.getName(),
            file.toAbsolutePath().toString()));
    return command;
  }

  private static String sha256(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  private static InvalidInputException broken(Path file, String why) {
    return new InvalidInputException(
        "Tokenizer '%s' is damaged (%s); download it from where the model came from"
            .formatted(file, why));
  }

  /** The trial itself, in the other process. */
  public static void main(String[] arguments) {
    try (HuggingFaceTokenizer tokenizer =
        HuggingFaceTokenizer.newInstance(Path.of(arguments[0]), TextTokenizer.OPTIONS)) {
      Encoding encoding = tokenizer.encode(SAMPLE, true, false);
      tokenizer.decode(encoding.getIds(), true);
      tokenizer.decode(tokenizer.encode(SAMPLE, false, false).getIds(), false);
    } catch (IOException | RuntimeException e) {
      System.out.println(String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
      System.exit(REFUSED);
    }
    System.exit(0);
  }
}
