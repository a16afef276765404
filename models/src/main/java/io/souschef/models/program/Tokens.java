package io.souschef.models.program;

/** Text to token ids and back. */
public interface Tokens {

  int[] encode(String text);

  String decode(int... ids);
}
