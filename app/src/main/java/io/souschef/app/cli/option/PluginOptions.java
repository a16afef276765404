package io.souschef.app.cli.option;

import io.souschef.app.plugin.Plugins;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that names jars of other people: shared by the commands that use ports. */
public final class PluginOptions {

  /** Value functions that need no more than a word, for completion. */
  public static final class AffordanceNames implements Iterable<String> {

    public static final List<String> ALL = List.of("learned", "analytic", "none");

    @Override
    public Iterator<String> iterator() {
      return ALL.iterator();
    }
  }

  @Option(
      names = "--plugin",
      paramLabel = "FILE",
      description =
          "A jar with ports of your own (docs/embedding.md): --llm my:..., --affordance my:..., and"
              + " so on; may be repeated.")
  private List<Path> jars = List.of();

  private @Nullable Plugins plugins;

  /**
   * What the jars and the class path offer.
   *
   * @throws io.souschef.skills.failure.InvalidInputException when a jar is missing or none
   */
  public Plugins plugins() {
    if (plugins == null) {
      plugins = Plugins.of(jars);
    }
    return plugins;
  }
}
