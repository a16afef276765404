package io.souschef.app.plugin;

import io.souschef.skills.plugin.Provider;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A provider that was found.
 *
 * @param <P> what it implements
 * @param port the port it is for
 * @param scheme what the command line calls it; empty where nobody could ask
 * @param description its own words
 * @param source its class and the jar or folder that it came from, for messages
 * @param file that jar or folder; empty where it is not known
 * @param provider the provider itself; empty when it is of no use
 * @param fault why it is of no use, in one sentence; empty otherwise
 */
public record Offer<P extends Provider<?>>(
    Port<P> port,
    String scheme,
    String description,
    String source,
    Optional<Path> file,
    Optional<P> provider,
    String fault) {

  /** Whether it can be used. */
  public boolean isUsable() {
    return provider.isPresent();
  }

  /** How it is chosen: "--llm my". */
  public String choice() {
    return port.option() + " " + scheme;
  }
}
