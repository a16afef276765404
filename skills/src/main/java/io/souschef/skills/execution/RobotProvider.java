package io.souschef.skills.execution;

import io.souschef.skills.plugin.Provider;

/** Makes robots: {@code souschef run --plugin my.jar --robot my:...}. */
public interface RobotProvider extends Provider<Robot> {}
