package com.example.library;

import io.souschef.planner.usefulness.LanguageModelProvider;
import io.souschef.planner.usefulness.UsefulnessScorer;

/** {@code --llm overlap}. */
public final class OverlapProvider implements LanguageModelProvider {

  @Override
  public String scheme() {
    return "overlap";
  }

  @Override
  public String description() {
    return "counts words";
  }

  @Override
  public UsefulnessScorer open(String argument) {
    return new WordOverlap();
  }
}
