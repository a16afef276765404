package io.souschef.training.language.model.batch;

import io.souschef.models.language.token.PromptTokens;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Training sequences in files that other programs read easily: {@code ids.u16} has the token ids of
 * all sequences, {@code meta.i32} for each sequence its length, the length of its prefix, the
 * number of spans to be predicted and the first index and the index after the last of each, {@code
 * output.i32} the token ids that may be predicted. All little endian.
 *
 * @param folder where they stand
 */
public record SequenceFiles(Path folder) {

  public void write(List<PromptTokens> sequences, OutputTokens output) throws IOException {
    Files.createDirectories(folder);
    try (OutputStream ids =
            new BufferedOutputStream(Files.newOutputStream(folder.resolve("ids.u16")));
        OutputStream meta =
            new BufferedOutputStream(Files.newOutputStream(folder.resolve("meta.i32")))) {
      for (PromptTokens sequence : sequences) {
        byte[] words = new byte[Short.BYTES * sequence.ids().length];
        ByteBuffer word = little(words);
        for (int id : sequence.ids()) {
          word.putShort((short) id);
        }
        ids.write(words);
        byte[] about = new byte[Integer.BYTES * (3 + 2 * sequence.skills().size())];
        ByteBuffer number = little(about);
        number
            .putInt(sequence.ids().length)
            .putInt(sequence.prefixLength())
            .putInt(sequence.skills().size());
        sequence.skills().forEach(span -> number.putInt(span.from()).putInt(span.to()));
        meta.write(about);
      }
    }
    byte[] tokens = new byte[Integer.BYTES * output.ids().length];
    ByteBuffer token = little(tokens);
    for (long id : output.ids()) {
      token.putInt((int) id);
    }
    Files.write(folder.resolve("output.i32"), tokens);
  }

  private static ByteBuffer little(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
