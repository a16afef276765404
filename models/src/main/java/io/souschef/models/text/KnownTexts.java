package io.souschef.models.text;

import io.souschef.skills.file.IoReason;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Embeddings that earlier processes computed, in a file that the launcher names for each build
 * ({@code -Dsouschef.texts}). They are what this process would compute, bit for bit: a file of
 * another encoder or another processor, or one that is damaged, counts as none. Without the
 * property nothing is read or written. Stateless.
 */
final class KnownTexts {

  private static final Logger LOG = LoggerFactory.getLogger(KnownTexts.class);
  private static final String PROPERTY = "souschef.texts";
  private static final int FORM = 0x50C_0001;
  private static final int MOST = 4096;
  private static final int LONGEST = 1000;
  private static final Path PROCESSOR = Path.of("/proc/cpuinfo");

  private final Optional<Path> file;
  private final String maker;

  /**
   * A place for embeddings.
   *
   * @param maker what computes them; those of another are not taken
   */
  KnownTexts(Optional<Path> file, String maker) {
    this.file = file;
    this.maker = maker;
  }

  /** What this build has learned on this machine. */
  static KnownTexts ofThisBuild() {
    String place = System.getProperty(PROPERTY, "");
    return place.isEmpty()
        ? new KnownTexts(Optional.empty(), "")
        : new KnownTexts(Optional.of(Path.of(place)), encoder() + "\n" + processor());
  }

  /** The jar with the encoder, its version in its name. */
  private static String encoder() {
    URL model = TextEmbedder.class.getResource(TextEmbedder.RESOURCE);
    return String.valueOf(model).replaceFirst("[^!]*/", "");
  }

  /** Products of bytes are rounded as the processor likes. */
  private static String processor() {
    String kind = System.getProperty("os.arch", "");
    if (!Files.isReadable(PROCESSOR)) {
      return kind;
    }
    try (Stream<String> lines = Files.lines(PROCESSOR)) {
      return lines
          .takeWhile(line -> !line.isBlank())
          .filter(line -> line.startsWith("model name") || line.startsWith("flags"))
          .collect(Collectors.joining("\n", kind + "\n", ""));
    } catch (IOException e) {
      return kind;
    }
  }

  /** What is known; nothing where there is no sound file. */
  Map<String, float[]> read() {
    if (file.isEmpty() || !Files.isRegularFile(file.get())) {
      return Map.of();
    }
    CRC32 sum = new CRC32();
    try (DataInputStream in =
        new DataInputStream(
            new CheckedInputStream(
                new BufferedInputStream(Files.newInputStream(file.get()), 1 << 16), sum))) {
      if (in.readInt() != FORM || !in.readUTF().equals(maker)) {
        return Map.of();
      }
      int count = in.readInt();
      Map<String, float[]> texts = new HashMap<>();
      for (int i = 0; i < Math.min(count, MOST); i++) {
        String text = in.readUTF();
        float[] embedding = new float[TextEmbedder.WIDTH];
        for (int j = 0; j < embedding.length; j++) {
          embedding[j] = in.readFloat();
        }
        texts.put(text, embedding);
      }
      long own = sum.getValue();
      return in.readLong() == own ? texts : Map.of();
    } catch (IOException e) {
      LOG.debug("Known texts are not read: {}", IoReason.of(e), e);
      return Map.of();
    }
  }

  /** Keeps what is new, as far as there is room; leaves it where it cannot be written. */
  void add(Map<String, float[]> texts) {
    if (file.isEmpty()) {
      return;
    }
    Map<String, float[]> all = new LinkedHashMap<>(read());
    texts.forEach(
        (text, embedding) -> {
          if (all.size() < MOST && text.length() <= LONGEST) {
            all.putIfAbsent(text, embedding);
          }
        });
    Path place = file.get();
    try {
      Path part = Files.createTempFile(place.resolveSibling(""), "texts", ".part");
      try {
        write(part, all);
        Files.move(part, place, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (IOException e) {
      LOG.debug("Known texts are not kept: {}", IoReason.of(e), e);
    }
  }

  private void write(Path part, Map<String, float[]> texts) throws IOException {
    CRC32 sum = new CRC32();
    try (DataOutputStream out =
        new DataOutputStream(
            new BufferedOutputStream(
                new CheckedOutputStream(Files.newOutputStream(part), sum), 1 << 16))) {
      out.writeInt(FORM);
      out.writeUTF(maker);
      out.writeInt(texts.size());
      for (Map.Entry<String, float[]> entry : texts.entrySet()) {
        out.writeUTF(entry.getKey());
        for (float value : entry.getValue()) {
          out.writeFloat(value);
        }
      }
      out.flush();
      out.writeLong(sum.getValue());
    }
  }
}
