package io.souschef.web.page;

import com.samskivert.mustache.DefaultCollector;
import com.samskivert.mustache.Mustache;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A page or a part of one in Mustache, read from a file beside a class. Values are the components
 * of records; every one is escaped for HTML, and a name that the record does not have is an error,
 * not nothing. Immutable.
 */
public final class Template {

  private final com.samskivert.mustache.Template parsed;

  private Template(com.samskivert.mustache.Template parsed) {
    this.parsed = parsed;
  }

  /**
   * Reads a template. Parts that it names lie beside it, or beside this class.
   *
   * @param beside a class in whose package it lies
   * @param name without its ending {@code .mustache}
   * @throws IllegalArgumentException when there is none
   */
  public static Template of(Class<?> beside, String name) {
    return new Template(
        Mustache.compiler()
            .strictSections(true)
            .withCollector(new Optionals())
            .withEscaper(Html::escape)
            .withLoader(part -> new StringReader(text(beside, part)))
            .compile(text(beside, name)));
  }

  private static String text(Class<?> beside, String name) {
    try (InputStream own = beside.getResourceAsStream(name + ".mustache");
        InputStream shared = Template.class.getResourceAsStream(name + ".mustache")) {
      InputStream stream = own == null ? shared : own;
      if (stream == null) {
        throw new IllegalArgumentException(
            "There is no template '%s' beside %s".formatted(name, beside.getSimpleName()));
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("The template '%s' cannot be read".formatted(name), e);
    }
  }

  /** The page for some values. */
  public String fill(Object values) {
    return parsed.execute(values);
  }

  /** What may be there is a list of one, or of none. */
  private static final class Optionals extends DefaultCollector {

    @Override
    public @Nullable Iterator<?> toIterator(@Nullable Object value) {
      return value instanceof Optional<?> optional
          ? optional.stream().iterator()
          : super.toIterator(value);
    }
  }
}
