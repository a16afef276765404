package io.souschef.planner.dialogue;

import io.souschef.skills.plugin.Provider;

/** Makes persons to ask and tell: {@code souschef run --plugin my.jar --user my:...}. */
public interface UserProvider extends Provider<User> {}
