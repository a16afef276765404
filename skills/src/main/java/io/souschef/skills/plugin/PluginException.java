package io.souschef.skills.plugin;

import io.souschef.skills.failure.MachineException;

/** A plug-in broke down. The message names it and repeats its words in one sentence. */
public final class PluginException extends MachineException {

  private static final long serialVersionUID = 1L;

  public PluginException(String message, Throwable cause) {
    super(message, cause);
  }
}
