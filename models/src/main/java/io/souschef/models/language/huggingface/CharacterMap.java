package io.souschef.models.language.huggingface;

import io.souschef.models.language.huggingface.TokenizerFile.DamagedException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.BitSet;
import java.util.Deque;

/**
 * SentencePiece's precompiled character map: a double-array trie from bytes to offsets in a text.
 * Units of 32 bits: the label in bits 0 to 7 and 31, whether a value hangs there in bit 8, the
 * distance to the children in bits 10 and up, times 256 where bit 9 is set (Yata and others, darts
 * clone). Every unit that any text can lead to is visited, since the native reader checks no index.
 */
final class CharacterMap {

  private static final int LABEL = 0x800000ff;
  private static final int VALUE = 0x7fffffff;

  private final int[] units;
  private final byte[] replacements;

  private CharacterMap(int[] units, byte[] replacements) {
    this.units = units;
    this.replacements = replacements;
  }

  /**
   * Checks one.
   *
   * @param base64 as tokenizer.json holds it
   */
  static void check(String base64) throws DamagedException {
    ByteBuffer bytes;
    try {
      bytes = ByteBuffer.wrap(Base64.getDecoder().decode(base64)).order(ByteOrder.LITTLE_ENDIAN);
    } catch (IllegalArgumentException e) {
      throw new DamagedException("its precompiled_charsmap is not in Base64");
    }
    int size = bytes.remaining() < 4 ? -1 : bytes.getInt();
    if (size < 4 || size % 4 != 0 || size > bytes.remaining()) {
      throw new DamagedException("its precompiled_charsmap is cut off");
    }
    int[] units = new int[size / 4];
    for (int i = 0; i < units.length; i++) {
      units[i] = bytes.getInt();
    }
    byte[] replacements = new byte[bytes.remaining()];
    bytes.get(replacements);
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(replacements));
    } catch (CharacterCodingException e) {
      throw new DamagedException("its precompiled_charsmap holds text that is no UTF-8");
    }
    new CharacterMap(units, replacements).walk();
  }

  private void walk() throws DamagedException {
    BitSet seen = new BitSet(units.length);
    Deque<Integer> open = new ArrayDeque<>();
    open.add(base(0));
    seen.set(0);
    while (!open.isEmpty()) {
      int base = open.remove();
      for (int label = 1; label < 256; label++) {
        int child = base ^ label;
        if ((units[index(child)] & LABEL) == label && !seen.get(child)) {
          seen.set(child);
          if ((units[child] >>> 8 & 1) == 1) {
            value(units[index(base(child))] & VALUE);
          }
          open.add(base(child));
        }
      }
    }
  }

  private int base(int node) {
    int unit = units[node];
    return node ^ ((unit >>> 10) << ((unit & (1 << 9)) >>> 6));
  }

  private int index(int node) throws DamagedException {
    if (node < 0 || node >= units.length) {
      throw new DamagedException("its precompiled_charsmap points outside itself");
    }
    return node;
  }

  /** A value is where a replacement begins, which is no middle of a character. */
  private void value(int at) throws DamagedException {
    if (at > replacements.length
        || (at < replacements.length && (replacements[at] & 0xc0) == 0x80)) {
      throw new DamagedException("its precompiled_charsmap points outside its text");
    }
  }
}
