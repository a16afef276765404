package io.souschef.planner.played;

import io.souschef.planner.writing.TextGenerator;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/** Writes what it was given, one text after the other, the last for ever. */
public final class ScriptedGenerator implements TextGenerator {

  private final Deque<String> texts;
  private final List<Request> asked = new ArrayList<>();

  public ScriptedGenerator(String... texts) {
    this.texts = new ArrayDeque<>(Arrays.asList(texts));
  }

  /** What it was asked, in order. */
  public List<Request> asked() {
    return asked;
  }

  @Override
  public Written write(Request request) {
    asked.add(request);
    String text = texts.size() == 1 ? texts.element() : texts.remove();
    return new Written(text, 1, Held.NOT);
  }
}
