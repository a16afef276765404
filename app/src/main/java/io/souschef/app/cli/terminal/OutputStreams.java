package io.souschef.app.cli.terminal;

import io.souschef.skills.file.IoReason;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Standard output or error as UTF-8, which remembers that it could not be written. */
public final class OutputStreams extends FilterOutputStream {

  private @Nullable IOException failure;

  private OutputStreams(OutputStream out) {
    super(out);
  }

  public static OutputStreams of(FileDescriptor descriptor) {
    return new OutputStreams(new FileOutputStream(descriptor));
  }

  public PrintWriter writer() {
    return new PrintWriter(new OutputStreamWriter(this, StandardCharsets.UTF_8));
  }

  @Override
  public void write(int value) throws IOException {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    try {
      out.write(bytes, offset, length);
    } catch (IOException e) {
      failure = failure == null ? e : failure;
      throw e;
    }
  }

  /** Why not all was written; empty when it was, or when the reader had enough and left. */
  public Optional<String> failure() {
    return Optional.ofNullable(failure)
        .map(IoReason::of)
        .filter(reason -> !reason.contains("roken pipe"));
  }
}
