package io.souschef.models.server.chat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.planner.writing.TextGenerator.Held;
import java.util.List;

/** How a server is told what its text must be, in the order in which it is tried. */
public enum GrammarForm {
  /** llama.cpp's own field. */
  LLAMA(Held.GRAMMAR) {
    @Override
    public void put(ObjectNode request, String gbnf) {
      request.put("grammar", gbnf);
    }
  },
  /** vLLM since 0.11. */
  STRUCTURED_OUTPUTS(Held.GRAMMAR) {
    @Override
    public void put(ObjectNode request, String gbnf) {
      request.putObject("structured_outputs").put("grammar", gbnf);
    }
  },
  /** vLLM before. */
  GUIDED(Held.GRAMMAR) {
    @Override
    public void put(ObjectNode request, String gbnf) {
      request.put("guided_grammar", gbnf);
    }
  },
  /** SGLang. */
  EBNF(Held.GRAMMAR) {
    @Override
    public void put(ObjectNode request, String gbnf) {
      request.put("ebnf", gbnf);
    }
  },
  /** A JSON schema, which cannot hold the grammar, but keeps chatter out: an object of lines. */
  SCHEMA(Held.LINES) {
    @Override
    public void put(ObjectNode request, String gbnf) {
      ObjectNode format = request.putObject("response_format").put("type", "json_schema");
      ObjectNode named = format.putObject("json_schema").put("name", "text").put("strict", true);
      ObjectNode schema = named.putObject("schema").put("type", "object");
      ObjectNode lines = schema.putObject("properties").putObject(LINES_FIELD);
      lines.put("type", "array").putObject("items").put("type", "string");
      ArrayNode required = schema.putArray("required");
      List.of(LINES_FIELD).forEach(required::add);
      schema.put("additionalProperties", false);
    }
  },
  /** Nothing: it writes what it likes. */
  NOTHING(Held.NOT) {
    @Override
    public void put(ObjectNode request, String gbnf) {}
  };

  /** The field of the schema's object that holds the text, line by line. */
  public static final String LINES_FIELD = "lines";

  private final Held held;

  GrammarForm(Held held) {
    this.held = held;
  }

  public abstract void put(ObjectNode request, String gbnf);

  public Held held() {
    return held;
  }
}
