package io.souschef.app.plugin;

import io.souschef.skills.failure.InvalidInputException;
import io.souschef.skills.file.PlainFile;
import io.souschef.skills.plugin.PluginException;
import io.souschef.skills.plugin.Provider;
import io.souschef.skills.text.Shown;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;

/** The providers of some jars and of the class path. Safe to share. */
public final class Plugins {

  private final List<Path> jars;
  private final ClassLoader loader;

  private Plugins(List<Path> jars, ClassLoader loader) {
    this.jars = List.copyOf(jars);
    this.loader = loader;
  }

  /** Those of the class path alone. */
  public static Plugins ofClassPath() {
    return new Plugins(List.of(), Plugins.class.getClassLoader());
  }

  /**
   * Those of some jars, which see each other, and of the class path.
   *
   * @throws InvalidInputException when one is missing or no jar
   */
  public static Plugins of(List<Path> jars) {
    if (jars.isEmpty()) {
      return ofClassPath();
    }
    List<Path> files = jars.stream().map(jar -> jar.toAbsolutePath().normalize()).toList();
    files.forEach(Plugins::require);
    URL[] urls = files.stream().map(Plugins::url).toArray(URL[]::new);
    // Never closed: a plug-in's threads may load classes until the process ends.
    return new Plugins(files, new URLClassLoader("plugins", urls, Plugins.class.getClassLoader()));
  }

  private static void require(Path jar) {
    new PlainFile("Plug-in", jar).require();
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      zip.size();
    } catch (IOException e) {
      throw new InvalidInputException(
          "Plug-in '%s' is no jar; pack its classes with 'mvn package' or 'jar --create'"
              .formatted(jar),
          e);
    }
  }

  private static URL url(Path jar) {
    try {
      return jar.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalStateException("A file has no address: " + jar, e);
    }
  }

  /** The jars that were named. */
  public List<Path> jars() {
    return jars;
  }

  /** Everything that was found for any port, useless things included. */
  public List<Offer<?>> offers() {
    List<Offer<?>> all = new ArrayList<>();
    Port.ALL.forEach(port -> all.addAll(offers(port)));
    return all;
  }

  private <P extends Provider<?>> List<Offer<P>> offers(Port<P> port) {
    return new Search<>(port, loader).offers();
  }

  /**
   * Makes sure that there is exactly one provider for a choice.
   *
   * @throws InvalidInputException when there is none, naming those that there are, or several
   */
  public <P extends Provider<?>> Offer<P> find(Port<P> port, String choice) {
    List<Offer<P>> offers = offers(port);
    List<Offer<P>> fitting =
        offers.stream()
            .filter(Offer::isUsable)
            .filter(offer -> offer.scheme().equals(Port.scheme(choice)))
            .toList();
    if (fitting.isEmpty()) {
      throw unknown(port, choice, offers);
    }
    if (fitting.size() > 1) {
      throw new InvalidInputException(
          "Both %s call themselves '%s'; leave out one of the jars"
              .formatted(
                  fitting.stream().map(Offer::source).collect(Collectors.joining(" and ")),
                  Port.scheme(choice)));
    }
    return fitting.get(0);
  }

  private <P extends Provider<?>> InvalidInputException unknown(
      Port<P> port, String choice, List<Offer<P>> offers) {
    List<String> known = new ArrayList<>(port.choices());
    Set<String> schemes = new TreeSet<>();
    offers.stream().filter(Offer::isUsable).forEach(offer -> schemes.add(offer.scheme()));
    schemes.forEach(scheme -> known.add(scheme + "[:...] of a plug-in"));
    String broken =
        offers.stream()
            .filter(offer -> !offer.isUsable())
            .map(offer -> "; " + offer.fault())
            .collect(Collectors.joining());
    if (offers.isEmpty() && !jars.isEmpty()) {
      broken =
          "; %s names none in META-INF/services/%s"
              .formatted(
                  jars.size() == 1 ? "'" + jars.get(0).getFileName() + "'" : "no --plugin",
                  port.provider().getName());
    }
    String last = known.remove(known.size() - 1);
    return new InvalidInputException(
        "There is no %s '%s'; pass %s or %s%s"
            .formatted(port.what(), Shown.line(choice), String.join(", ", known), last, broken));
  }

  /**
   * Makes what a choice names; the caller closes it where it can be closed.
   *
   * @param type the port's interface
   * @throws InvalidInputException when there is no such provider, or the plug-in refuses the
   *     argument
   * @throws PluginException when the plug-in breaks down
   */
  public <T, P extends Provider<?>> T open(Port<P> port, Class<T> type, String choice) {
    Offer<P> offer = find(port, choice);
    String who = "Plug-in '%s' of %s".formatted(offer.scheme(), offer.source());
    Provider<?> provider = PluginGuard.around(who, offer.provider().orElseThrow(), Provider.class);
    T made = type.cast(provider.open(Port.argument(choice)));
    return PluginGuard.around(who, made, type);
  }

  /** The jar of a choice's provider; empty where it came from elsewhere. */
  public <P extends Provider<?>> Optional<Path> file(Port<P> port, String choice) {
    return find(port, choice).file();
  }
}
