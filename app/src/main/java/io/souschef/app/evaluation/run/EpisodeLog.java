package io.souschef.app.evaluation.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.souschef.skills.InvalidInputException;
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

/**
 * {@code episodes.jsonl}: one line an episode, each on the disk before the next is written. What a
 * killed process left of a last line is healed when the log is opened again. Appending is safe from
 * any thread.
 */
final class EpisodeLog implements AutoCloseable {

  private final FileChannel channel;

  private EpisodeLog(FileChannel channel) {
    this.channel = channel;
  }

  /** The whole episodes of a log, in the order they ended; none when there is no such file. */
  static List<EpisodeRecord> read(Path file) {
    return content(file).records();
  }

  /** Opens a log to go on with: cuts off a torn last line, or ends it when only its end was. */
  static EpisodeLog open(Path file) {
    Content content = content(file);
    try {
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      channel.truncate(content.wholeBytes());
      channel.position(content.wholeBytes());
      EpisodeLog log = new EpisodeLog(channel);
      if (content.lastLineLacksItsEnd()) {
        log.write("\n");
      }
      return log;
    } catch (IOException e) {
      throw new InvalidInputException(
          "Episodes cannot be written to '%s' (%s); choose a writable folder"
              .formatted(file, e.getMessage()),
          e);
    }
  }

  synchronized void append(EpisodeRecord episode) {
    try {
      write(RunJson.MAPPER.writeValueAsString(episode) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException("The episode log cannot be written any further", e);
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
   * @param records its whole episodes
   * @param wholeBytes length of the part that they take
   * @param lastLineLacksItsEnd whether the last of them has no line end
   */
  private record Content(
      List<EpisodeRecord> records, long wholeBytes, boolean lastLineLacksItsEnd) {}

  private static Content content(Path file) {
    byte[] bytes = bytes(file);
    List<EpisodeRecord> records = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '\n') {
        try {
          records.add(parse(Arrays.copyOfRange(bytes, start, i)));
        } catch (JsonProcessingException e) {
          throw new InvalidInputException(
              "Episode log '%s', line %d is not an episode (%s); remove the line to run it again"
                  .formatted(file, records.size() + 1, e.getOriginalMessage()),
              e);
        }
        start = i + 1;
      }
    }
    try {
      if (start < bytes.length) {
        records.add(parse(Arrays.copyOfRange(bytes, start, bytes.length)));
        return new Content(records, bytes.length, true);
      }
    } catch (JsonProcessingException torn) {
      // What is left of a line that was being written; its episode runs again.
      return new Content(records, start, false);
    }
    return new Content(records, start, false);
  }

  private static EpisodeRecord parse(byte[] line) throws JsonProcessingException {
    return RunJson.MAPPER.readValue(new String(line, StandardCharsets.UTF_8), EpisodeRecord.class);
  }

  private static byte[] bytes(Path file) {
    if (!Files.exists(file)) {
      return new byte[0];
    }
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new InvalidInputException(
          "Episode log '%s' cannot be read: %s".formatted(file, e.getMessage()), e);
    }
  }
}
