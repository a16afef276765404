package io.souschef.app.cli.terminal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;

/** What commands print with {@code --json}: indented, for people and for programs. Stateless. */
public final class PrintedJson {

  private static final ObjectWriter WRITER =
      JsonMapper.builder().addModule(new Jdk8Module()).build().writerWithDefaultPrettyPrinter();

  private PrintedJson() {}

  public static String of(Object value) {
    try {
      return WRITER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("%s cannot be printed as JSON".formatted(value), e);
    }
  }
}
