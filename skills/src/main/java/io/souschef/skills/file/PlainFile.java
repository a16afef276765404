package io.souschef.skills.file;

import io.souschef.skills.failure.InvalidInputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * Reads files that somebody named. Only plain files are opened: a pipe would wait for ever, a
 * device may never end. Only so much is read: what is larger is no file of the kind.
 *
 * @param what what the file should be, as a sentence begins: "Scene file"
 * @param path where it is
 */
public record PlainFile(String what, Path path) {

  /** Bytes of a file that people write by hand: kitchens, scenes, skills, robots. */
  public static final long HAND_WRITTEN = 1 << 20;

  /** Bytes of a file of records or of a model's words: suites, tokenizers. */
  public static final long RECORDS = 64L << 20;

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  /**
   * The whole content as text.
   *
   * @param most bytes that it may have
   * @throws InvalidInputException when it is not there, not plain, larger, or not UTF-8
   */
  public String text(long most) {
    try {
      String text =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes(most))).toString();
      return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new InvalidInputException(
          "%s '%s' is not UTF-8 text; save it as UTF-8".formatted(what, path), e);
    }
  }

  /**
   * The whole content.
   *
   * @param most bytes that it may have
   * @throws InvalidInputException when it is not there, not plain, or larger
   */
  public byte[] bytes(long most) {
    int length = Math.toIntExact(Math.min(most, Integer.MAX_VALUE - 16) + 1);
    try (InputStream in = open()) {
      byte[] bytes = in.readNBytes(length);
      if (bytes.length == length) {
        throw new InvalidInputException(
            "%s '%s' is larger than %s; is it the right file?".formatted(what, path, size(most)));
      }
      return bytes;
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private static String size(long bytes) {
    return bytes >= 1 << 20 ? (bytes >> 20) + " MiB" : bytes + " bytes";
  }

  /**
   * Opens it to be read piece by piece; the caller closes it.
   *
   * @throws InvalidInputException when it is not there or not plain
   */
  public InputStream open() {
    require();
    try {
      return Files.newInputStream(path);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /**
   * Makes sure that it is there and plain; a link to such a file will do.
   *
   * @return its size, bytes; 0 for what the system makes up as it is read
   * @throws InvalidInputException when it is not
   */
  public long require() {
    BasicFileAttributes attributes;
    try {
      attributes = Files.readAttributes(path, BasicFileAttributes.class);
    } catch (NoSuchFileException e) {
      throw new InvalidInputException(
          "%s '%s' does not exist; check the path".formatted(what, path), e);
    } catch (IOException e) {
      throw unreadable(e);
    }
    if (attributes.isDirectory()) {
      throw new InvalidInputException("%s '%s' is a folder; name a file".formatted(what, path));
    }
    if (!attributes.isRegularFile()) {
      throw new InvalidInputException(
          "%s '%s' is a pipe, a socket or a device, not a plain file; save its content as a file first"
              .formatted(what, path));
    }
    return attributes.size();
  }

  private InvalidInputException unreadable(IOException e) {
    return new InvalidInputException(
        "%s '%s' cannot be read (%s)".formatted(what, path, IoReason.of(e)), e);
  }
}
