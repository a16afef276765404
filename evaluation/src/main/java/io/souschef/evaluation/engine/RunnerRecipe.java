package io.souschef.evaluation.engine;

import java.io.Serializable;

/**
 * All that is needed to make runners, on this machine or on another. Two equal recipes make runners
 * that behave alike.
 */
public interface RunnerRecipe extends EpisodeRunner.Factory, Serializable {}
