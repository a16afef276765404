package io.souschef.planner.affordance;

import io.souschef.skills.plugin.Provider;

/** Makes value functions: {@code souschef run --plugin my.jar --affordance my:...}. */
public interface AffordanceProvider extends Provider<AffordanceFunction> {}
