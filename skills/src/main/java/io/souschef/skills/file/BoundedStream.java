package io.souschef.skills.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that breaks off when more comes than is allowed, as from a compressed file. */
public final class BoundedStream extends FilterInputStream {

  private final long most;
  private long read;

  /**
   * Bounds a stream.
   *
   * @param most bytes that may come
   */
  public BoundedStream(InputStream in, long most) {
    super(in);
    this.most = most;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int count = super.read(bytes, offset, length);
    read += Math.max(0, count);
    if (read > most) {
      throw new IOException("it holds more than %s bytes".formatted(most));
    }
    return count;
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
