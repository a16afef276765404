package io.souschef.models.onnx;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import io.souschef.skills.failure.MachineException;
import io.souschef.skills.file.IoReason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.util.Map;

/** Opens tokenizers of the native library. Stateless. */
public final class Tokenizers {

  private Tokenizers() {}

  /**
   * Opens a tokenizer; the caller closes it.
   *
   * @param json content of a tokenizer.json that is known to be sound
   * @throws MachineException when the native library does not load
   * @throws IOException when the content is no tokenizer
   */
  public static HuggingFaceTokenizer open(InputStream json, Map<String, String> options)
      throws IOException {
    try {
      return HuggingFaceTokenizer.newInstance(json, options);
    } catch (LinkageError e) {
      throw new MachineException(
          "The native library of the tokenizers cannot be loaded (%s); the folder ~/.djl.ai, or the one that DJL_CACHE_DIR names, must be writable and on a disk that may hold programs"
              .formatted(reason(e)),
          e);
    } catch (IllegalStateException e) {
      if (e.getCause() == null) {
        throw e;
      }
      throw new MachineException(
          "The native library of the tokenizers cannot be unpacked (%s); the folder ~/.djl.ai, or the one that DJL_CACHE_DIR names, must be writable and have 20 MB left"
              .formatted(reason(e)),
          e);
    }
  }

  /** The innermost message of a chain of causes, its first line. */
  public static String reason(Throwable e) {
    Throwable innermost = e;
    for (int i = 0; i < 20 && innermost.getCause() != null; i++) {
      innermost = innermost.getCause();
    }
    if (innermost instanceof FileSystemException file) {
      return file.getFile() + ": " + IoReason.of(file);
    }
    String message = innermost.getMessage();
    return message == null
        ? innermost.getClass().getSimpleName()
        : message.lines().findFirst().orElse("");
  }
}
