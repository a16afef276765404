package com.example.library;

import io.souschef.planner.usefulness.UsefulnessScorer;
import io.souschef.planner.usefulness.UsefulnessScorerContract;

class WordOverlapTest extends UsefulnessScorerContract {

  @Override
  protected UsefulnessScorer create() {
    return new WordOverlap();
  }
}
