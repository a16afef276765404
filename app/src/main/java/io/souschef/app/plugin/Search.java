package io.souschef.app.plugin;

import io.souschef.skills.plugin.Provider;
import io.souschef.skills.text.Shown;
import java.net.URISyntaxException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/** Looks for the providers of one port; a broken one does not hide the others. */
final class Search<P extends Provider<?>> {

  private static final int MOST = 1000;

  private final Port<P> port;
  private final ClassLoader loader;

  Search(Port<P> port, ClassLoader loader) {
    this.port = port;
    this.loader = loader;
  }

  List<Offer<P>> offers() {
    List<Offer<P>> offers = new ArrayList<>();
    Iterator<P> providers = ServiceLoader.load(port.provider(), loader).iterator();
    for (int i = 0; i < MOST; i++) {
      try {
        if (!providers.hasNext()) {
          break;
        }
        offers.add(offer(providers.next()));
      } catch (ServiceConfigurationError | LinkageError | RuntimeException e) {
        offers.add(broken(e));
      }
    }
    return offers;
  }

  private Offer<P> broken(Throwable e) {
    return new Offer<>(
        port,
        "",
        "",
        "a plug-in",
        Optional.empty(),
        Optional.empty(),
        "a plug-in for %s cannot be loaded (%s)"
            .formatted(
                port.option(),
                e instanceof ServiceConfigurationError error ? words(error) : PluginWords.of(e)));
  }

  /** What Java says of a file in META-INF/services, for those who wrote it. */
  private String words(ServiceConfigurationError error) {
    String type = port.provider().getName();
    String said =
        Shown.line(String.valueOf(error.getMessage()))
            .replace(type + ": ", "")
            .replaceAll(
                "jar:file:\\S*/([^/]+)!/(META-INF/services/\\S+?):(\\d+): ", "$1, $2, line $3: ")
            .replaceAll(
                "^Provider (\\S+) not found$",
                "there is no class $1, which is named in META-INF/services/" + type)
            .replaceAll(
                "^(?:Provider )?(\\S+) not a subtype$",
                "$1, which is named in META-INF/services/" + type + ", does not implement that");
    return error.getCause() == null ? said : said + "; " + PluginWords.of(error.getCause());
  }

  private Offer<P> offer(P provider) {
    Optional<Path> file = file(provider.getClass());
    String source =
        provider.getClass().getName() + file.map(at -> " in " + at.getFileName()).orElse("");
    String scheme;
    String description;
    try {
      scheme = provider.scheme();
      description = provider.description();
    } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
      return useless(source, file, "cannot tell its scheme (%s)".formatted(PluginWords.of(e)));
    }
    if (scheme == null || description == null || !scheme.matches("[a-z][a-z0-9-]*")) {
      return useless(
          source,
          file,
          "calls itself '%s'; a scheme has lower case letters, digits and hyphens, a letter first"
              .formatted(scheme));
    }
    if (port.own().contains(scheme)) {
      return useless(source, file, "calls itself '%s', which is Souschef's own".formatted(scheme));
    }
    return new Offer<>(port, scheme, description, source, file, Optional.of(provider), "");
  }

  private Offer<P> useless(String source, Optional<Path> file, String why) {
    return new Offer<>(
        port, "", "", source, file, Optional.empty(), "plug-in %s %s".formatted(source, why));
  }

  /** The jar or folder that a class came from. */
  private static Optional<Path> file(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    if (source == null || source.getLocation() == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(Path.of(source.getLocation().toURI()));
    } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException e) {
      return Optional.empty(); // not a file
    }
  }
}
