package io.souschef.skills.text;

/** How many of something, in words: "1 skill", "3 kinds of things". Stateless. */
public final class Counted {

  private Counted() {}

  /** Of a noun whose plural ends in -s. */
  public static String of(long count, String one) {
    return of(count, one, one + "s");
  }

  /** Of a noun with a plural of its own. */
  public static String of(long count, String one, String several) {
    return count + " " + (count == 1 ? one : several);
  }
}
