package io.souschef.app.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;

/** What the operating system knows about this process and machine. */
public final class ProcessFacts {

  private ProcessFacts() {}

  /** Seconds since the virtual machine began to start. */
  public static double ageS() {
    long started = ManagementFactory.getRuntimeMXBean().getStartTime();
    return (System.currentTimeMillis() - started) / 1e3;
  }

  /** Peak resident memory in MiB, where /proc tells it. */
  public static OptionalDouble peakMib() {
    try {
      return Files.readAllLines(Path.of("/proc/self/status")).stream()
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024)
          .findFirst();
    } catch (IOException e) {
      return OptionalDouble.empty();
    }
  }

  /** "2 cores, x86_64, Linux, Java 17.0.15". */
  public static String machine() {
    return "%d cores, %s, %s, Java %s"
        .formatted(
            Runtime.getRuntime().availableProcessors(),
            System.getProperty("os.arch"),
            System.getProperty("os.name"),
            System.getProperty("java.version"));
  }
}
