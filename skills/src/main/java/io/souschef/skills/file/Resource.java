package io.souschef.skills.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Files that come with a class in its jar. Stateless. */
public final class Resource {

  private Resource() {}

  /**
   * Opens one.
   *
   * @param beside the class
   * @param name relative to the class's package, or from the root with a slash before it
   * @throws IllegalStateException when the jar lacks it
   */
  public static InputStream open(Class<?> beside, String name) {
    InputStream in = beside.getResourceAsStream(name);
    if (in == null) {
      throw new IllegalStateException(name + " is missing from the jar; build it again");
    }
    return in;
  }

  /**
   * One as text in UTF-8; arguments as of {@link #open}.
   *
   * @throws IllegalStateException when the jar lacks it or is damaged
   */
  public static String text(Class<?> beside, String name) {
    try (InputStream in = open(beside, name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(name + " in the jar cannot be read", e);
    }
  }
}
