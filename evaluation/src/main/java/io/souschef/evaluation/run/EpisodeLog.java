package io.souschef.evaluation.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.souschef.skills.failure.InvalidInputException;
import io.souschef.skills.file.IoReason;
import io.souschef.skills.file.JsonReason;
import io.souschef.skills.file.PlainFile;
import io.souschef.skills.file.WholeFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * {@code episodes.jsonl}: one line an episode, each on the disk before the next is written. What a
 * killed process left of a last line is healed when the log is opened again. Appending is safe from
 * any thread.
 */
final class EpisodeLog implements AutoCloseable {

  /** Some hundred thousand episodes. */
  private static final long MOST_BYTES = 512L << 20;

  private final Path file;
  private final FileChannel channel;

  private EpisodeLog(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /** A line of the log: its number, the first is 1, and the episode on it. */
  record Line(int number, EpisodeRecord record) {}

  /** The whole episodes of a log, in the order they ended; none when there is no such file. */
  static List<Line> read(Path file) {
    return content(file).lines();
  }

  /** Opens a log to go on with: cuts off a torn last line, or ends it when only its end was. */
  static EpisodeLog open(Path file) {
    Content content = content(file);
    try {
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      channel.truncate(content.wholeBytes());
      channel.position(content.wholeBytes());
      EpisodeLog log = new EpisodeLog(file, channel);
      if (content.lastLineLacksItsEnd()) {
        log.write("\n");
      }
      return log;
    } catch (IOException e) {
      throw new InvalidInputException(
          "Episodes cannot be written to '%s' (%s); choose a writable folder"
              .formatted(file, IoReason.of(e)),
          e);
    }
  }

  synchronized void append(EpisodeRecord episode) {
    try {
      write(RunJson.MAPPER.writeValueAsString(episode) + "\n");
    } catch (IOException e) {
      throw WholeFile.unwritable(file, e);
    }
  }

  private void write(String text) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
    channel.force(false);
  }

  @Override
  public synchronized void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException("The episode log cannot be closed", e);
    }
  }

  /**
   * What a log holds.
   *
   * @param lines its whole episodes
   * @param wholeBytes length of the part that they take
   * @param lastLineLacksItsEnd whether the last of them has no line end
   */
  private record Content(List<Line> lines, long wholeBytes, boolean lastLineLacksItsEnd) {}

  private static Content content(Path file) {
    byte[] bytes = bytes(file);
    List<Line> lines = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '\n') {
        add(lines, file, Arrays.copyOfRange(bytes, start, i));
        start = i + 1;
      }
    }
    if (start == bytes.length) {
      return new Content(lines, start, false);
    }
    byte[] last = Arrays.copyOfRange(bytes, start, bytes.length);
    if (isTorn(last)) {
      // What is left of a line that was being written; its episode runs again.
      return new Content(lines, start, false);
    }
    add(lines, file, last);
    return new Content(lines, bytes.length, true);
  }

  private static void add(List<Line> lines, Path file, byte[] line) {
    int number = lines.size() + 1;
    try {
      String text = new String(line, StandardCharsets.UTF_8);
      lines.add(new Line(number, RunJson.read(text, EpisodeRecord.class)));
    } catch (JsonProcessingException e) {
      throw malformed(file, number, JsonReason.of(e), e);
    } catch (IllegalArgumentException e) {
      throw malformed(file, number, String.valueOf(e.getMessage()), e);
    }
  }

  private static InvalidInputException malformed(Path file, int line, String why, Exception e) {
    return new InvalidInputException(
        String.format(
            Locale.ROOT,
            "Episode log '%s', line %d is not an episode (%s); remove the line to run it again",
            file,
            line,
            why),
        e);
  }

  /** Whether a text ends in the middle of its JSON. */
  private static boolean isTorn(byte[] line) {
    try {
      RunJson.MAPPER.readTree(line);
      return false;
    } catch (IOException e) {
      return true;
    }
  }

  private static byte[] bytes(Path file) {
    return Files.exists(file) ? new PlainFile("Episode log", file).bytes(MOST_BYTES) : new byte[0];
  }
}
