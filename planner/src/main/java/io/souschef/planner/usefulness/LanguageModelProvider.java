package io.souschef.planner.usefulness;

import io.souschef.skills.plugin.Provider;

/**
 * Makes language models: {@code souschef run --plugin my.jar --llm my:...}. What it makes may be a
 * {@code ProgramWriter}, too, and then plans by programs unless told otherwise.
 */
public interface LanguageModelProvider extends Provider<UsefulnessScorer> {}
