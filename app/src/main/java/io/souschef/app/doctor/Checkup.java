package io.souschef.app.doctor;

import io.souschef.app.Assembly;
import io.souschef.app.plugin.Offer;
import io.souschef.app.plugin.Plugins;
import io.souschef.planner.affordance.AffordanceFunction;
import io.souschef.sim.kitchen.Kitchen;
import io.souschef.sim.kitchen.file.KitchenFile;
import io.souschef.skills.file.IoReason;
import io.souschef.skills.text.Counted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Every check of {@code souschef doctor}, each run for real. */
public final class Checkup {

  private static final int OLDEST_JAVA = 17;
  private static final long LEAST_HEAP_MIB = 500;

  private final String llm;
  private final Path out;
  private final Plugins plugins;

  /**
   * A check-up.
   *
   * @param llm the language model to try
   * @param out the folder that runs write to
   * @param plugins other people's ports
   */
  public Checkup(String llm, Path out, Plugins plugins) {
    this.llm = llm;
    this.out = out;
    this.plugins = plugins;
  }

  /** Runs the checks in the order in which a newcomer would meet their faults. */
  public List<Finding> run() {
    List<Finding> findings = new ArrayList<>(machine());
    findings.addAll(new ModelTrial(llm, Runtime.getRuntime().availableProcessors(), plugins).run());
    findings.add(
        Finding.of("value function", Checkup::can, "see the first line above that failed"));
    plugins.offers().stream().map(Checkup::plugin).forEach(findings::add);
    return findings;
  }

  private static Finding plugin(Offer<?> offer) {
    return offer.isUsable()
        ? new Finding("plug-in", true, "%s (%s)".formatted(offer.choice(), offer.source()))
        : new Finding("plug-in", false, offer.fault());
  }

  private List<Finding> machine() {
    return List.of(
        Finding.of(
            "Java",
            Checkup::java,
            String.format(Locale.ROOT, "install a JDK %d or newer", OLDEST_JAVA)),
        Finding.of("memory", Checkup::memory, "give the program more, SOUSCHEF_HEAP=1g"),
        Finding.of("processors", Checkup::processors, "two cores are what the figures are for"),
        Finding.of("write access", this::writes, "choose another folder with --out"),
        Finding.of("kitchen", Checkup::kitchen, "build again with ./souschef"));
  }

  private static String java() throws IOException {
    int version = Runtime.version().feature();
    if (version < OLDEST_JAVA) {
      throw new IOException("Java " + version + " is too old");
    }
    return "%s on %s %s"
        .formatted(Runtime.version(), System.getProperty("os.name"), System.getProperty("os.arch"));
  }

  private static String memory() throws IOException {
    long mib = Runtime.getRuntime().maxMemory() >> 20;
    if (mib < LEAST_HEAP_MIB) {
      throw new IOException(String.format(Locale.ROOT, "The heap may grow to %d MiB only", mib));
    }
    return String.format(Locale.ROOT, "heap up to %d MiB", mib);
  }

  private static String processors() {
    return Runtime.getRuntime().availableProcessors() + " available";
  }

  private String writes() throws IOException {
    Path existing = out.toAbsolutePath();
    while (existing != null && !Files.exists(existing)) {
      existing = existing.getParent();
    }
    if (existing == null) {
      throw new IOException("'%s' cannot be written".formatted(out));
    }
    try {
      // Written for real: rights say nothing of a full disk.
      Path probe = Files.createTempFile(existing, ".souschef", ".probe");
      try {
        Files.write(probe, new byte[1 << 20]);
      } finally {
        Files.delete(probe);
      }
    } catch (IOException e) {
      throw new IOException("'%s' cannot be written (%s)".formatted(out, IoReason.of(e)), e);
    }
    return "'%s'".formatted(out);
  }

  private static String kitchen() {
    Kitchen kitchen = KitchenFile.standard();
    return "%s: %s, %s"
        .formatted(
            kitchen.name(),
            Counted.of(kitchen.places().size(), "place"),
            Counted.of(kitchen.vocabulary().kinds().size(), "kind of objects", "kinds of objects"));
  }

  private static String can() {
    try (AffordanceFunction function = Assembly.can()) {
      return function.name();
    }
  }
}
