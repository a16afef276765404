package io.souschef.models.onnx;

import ai.djl.util.Utils;
import ai.onnxruntime.OrtEnvironment;
import io.souschef.skills.file.IoReason;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * ONNX Runtime's native library, unpacked once beside the other libraries of DJL. Left to itself
 * every process unpacks 20 MB of its own into the temporary folder, and one that is killed leaves
 * them there. Stateless.
 */
final class NativeLibrary {

  private static final Logger LOG = LoggerFactory.getLogger(NativeLibrary.class);

  /** Where ONNX Runtime looks before it unpacks anything. */
  private static final String PLACE = "onnxruntime.native.path";

  private static final List<String> NAMES = List.of("onnxruntime", "onnxruntime4j_jni");

  private NativeLibrary() {}

  /** Tells ONNX Runtime where its library is; leaves it to itself where that cannot be. */
  static void provide() {
    TemporaryLeftovers.clear();
    if (System.getProperty(PLACE) != null) {
      return;
    }
    try {
      Optional<Path> folder = unpacked();
      folder.ifPresent(place -> System.setProperty(PLACE, place.toString()));
    } catch (IOException e) {
      LOG.debug("ONNX Runtime unpacks its library itself: {}", IoReason.of(e), e);
    }
  }

  private static Optional<Path> unpacked() throws IOException {
    String platform = platform();
    Path folder = Utils.getEngineCacheDir("onnxruntime").resolve(version() + "-" + platform);
    for (String name : NAMES) {
      String file = System.mapLibraryName(name);
      URL resource =
          OrtEnvironment.class.getResource(
              "/ai/onnxruntime/native/%s/%s".formatted(platform, file));
      if (resource == null) {
        return Optional.empty();
      }
      unpack(resource, folder.resolve(file));
    }
    return Optional.of(folder);
  }

  private static void unpack(URL resource, Path file) throws IOException {
    long size = resource.openConnection().getContentLengthLong();
    if (Files.isRegularFile(file) && Files.size(file) == size) {
      return;
    }
    Files.createDirectories(file.resolveSibling(""));
    Path part = Files.createTempFile(file.resolveSibling(""), "unpacking", ".part");
    try (InputStream in = resource.openStream()) {
      Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
      try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static String version() throws IOException {
    URL jar = OrtEnvironment.class.getProtectionDomain().getCodeSource().getLocation();
    String name = jar.getPath().replaceFirst(".*/", "").replaceFirst("\\.jar$", "");
    if (name.isEmpty()) {
      throw new IOException("ONNX Runtime lies in no jar");
    }
    return name;
  }

  /** As ONNX Runtime names them: "linux-x64", "osx-aarch64". */
  private static String platform() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String name = system.contains("mac") ? "osx" : system.contains("win") ? "win" : "linux";
    String processor = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    boolean intel = processor.equals("amd64") || processor.equals("x86_64");
    return name + "-" + (intel ? "x64" : processor);
  }
}
