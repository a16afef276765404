package io.souschef.skills.plugin;

/**
 * Makes implementations of a port. Each port has an interface of its own that extends this one; a
 * jar names its class in {@code META-INF/services/<that interface>}, and the command line uses it
 * by its scheme. A provider has a public constructor without arguments.
 *
 * @param <T> the port
 */
public interface Provider<T> {

  /** What the command line calls it: lower case letters, digits and hyphens, a letter first. */
  String scheme();

  /** A few words for lists: what it makes and what it wants behind the colon. */
  default String description() {
    return "";
  }

  /**
   * Makes one; the caller closes it where it can be closed. An evaluation asks for one for each of
   * its threads.
   *
   * @param argument what stands behind the scheme's colon: "rules.txt" of {@code my:rules.txt};
   *     empty where there is none
   * @throws io.souschef.skills.failure.InvalidInputException when the argument is faulty; the
   *     message is shown as it is
   */
  T open(String argument);
}
