package io.souschef.planner.writing;

import java.util.Optional;

/** A language model that may be able to write texts, beside what else it does. */
public interface TextModel {

  /** Lets the model write, where it can; what is handed out lives as long as the model. */
  Optional<TextGenerator> generator();
}
