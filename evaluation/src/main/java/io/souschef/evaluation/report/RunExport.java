package io.souschef.evaluation.report;

import io.souschef.evaluation.statistics.ConfigurationStatistics;
import io.souschef.evaluation.statistics.Group;
import io.souschef.skills.failure.MachineException;
import io.souschef.skills.file.IoReason;
import io.souschef.skills.file.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The tables and plots of a run as files for a paper: CSV, LaTeX and SVG. Stateless. */
public final class RunExport {

  private RunExport() {}

  /**
   * Writes them all.
   *
   * @param folder made when it is not there
   * @return the files, in order
   * @throws MachineException when they cannot be written
   */
  public static List<Path> write(Path folder, RunView run) {
    Map<String, Table> tables = new LinkedHashMap<>();
    tables.put("summary", RunTables.summary(run).dense());
    tables.put("configurations", ConfigurationsTable.of(run).dense());
    tables.put("families", ConfigurationsTable.families(run));
    tables.put("requests", RunTables.requests(run));
    tables.put("failures", RunTables.failures(run));
    for (ConfigurationStatistics configuration : run.statistics().configurations()) {
      String name = configuration.configuration().toLowerCase(Locale.ROOT);
      tables.put(
          "families-" + name.replaceAll("[^a-z0-9]+", "-"),
          RunTables.families(configuration).dense());
    }
    Map<String, String> files = new LinkedHashMap<>();
    tables.forEach(
        (name, table) -> {
          files.put(name + ".csv", table.csv());
          files.put(name + ".tex", table.latex());
        });
    List<ConfigurationStatistics> all = run.statistics().configurations();
    if (run.spec().plan().rates().includesPlan()) {
      files.put(
          "plan-success.svg", FamilyChart.of("Plan success by family", all, Group::plan).file());
    }
    if (run.spec().plan().rates().includesExecution()) {
      files.put(
          "execution-success.svg",
          FamilyChart.of("Execution success by family", all, Group::execution).file());
    }
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new MachineException(
          "Folder '%s' cannot be made (%s); choose another --export"
              .formatted(folder, IoReason.of(e)),
          e);
    }
    List<Path> written = new ArrayList<>();
    files.forEach(
        (name, content) -> {
          WholeFile.write(folder.resolve(name), content);
          written.add(folder.resolve(name));
        });
    return written;
  }
}
