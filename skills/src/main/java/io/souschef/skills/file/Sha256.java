package io.souschef.skills.file;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Hashes of texts. Stateless. */
public final class Sha256 {

  private Sha256() {}

  /** SHA-256 of some texts, each told from the next, hexadecimal. */
  public static String of(String... texts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (int i = 0; i < texts.length; i++) {
        if (i > 0) {
          digest.update((byte) 0);
        }
        digest.update(texts[i].getBytes(StandardCharsets.UTF_8));
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
