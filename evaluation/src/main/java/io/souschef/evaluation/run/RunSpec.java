package io.souschef.evaluation.run;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.souschef.planner.SayCanPlanner.Settings.Scores;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a run was asked for and where it ran: {@code run_spec.json}.
 *
 * @param plan what decides the outcomes
 * @param provenance where it was started
 */
@JsonIgnoreProperties(value = "schemaVersion", allowGetters = true)
public record RunSpec(Plan plan, Provenance provenance) {

  /** Of the files of a run folder. */
  public static final int SCHEMA_VERSION = 1;

  /** What readers can count on. */
  @JsonProperty
  public int schemaVersion() {
    return SCHEMA_VERSION;
  }

  /**
   * Everything the outcomes depend on. A folder only takes on a run with the same plan.
   *
   * @param suites the suites, in the order they were given
   * @param configurations what is evaluated
   * @param models each model, kitchen, skills and policy file to its SHA-256, and the limits
   * @param seeds random seeds of the worlds
   * @param stepLimit skills run at most
   * @param rates which attempts are made
   * @param scores which candidates get a score
   */
  public record Plan(
      List<SuiteFingerprint> suites,
      List<Configuration> configurations,
      Map<String, String> models,
      List<Long> seeds,
      int stepLimit,
      Rates rates,
      Scores scores) {
    public Plan {
      suites = List.copyOf(suites);
      configurations = List.copyOf(configurations);
      models = Collections.unmodifiableMap(new TreeMap<>(models));
      seeds = List.copyOf(seeds);
    }
  }

  /**
   * A suite as it was when the run began.
   *
   * @param name its name
   * @param sha256 hash of its text, hexadecimal
   * @param tasks how many tasks of it are run
   */
  public record SuiteFingerprint(String name, String sha256, int tasks) {}

  /** Which attempts are made at each task. */
  public enum Rates {
    /** With the ideal executor only. */
    PLAN,
    /** In the physics only. */
    EXECUTION,
    /** One after the other. */
    BOTH;

    public boolean includesPlan() {
      return this != EXECUTION;
    }

    public boolean includesExecution() {
      return this != PLAN;
    }
  }

  /**
   * Where a run was started.
   *
   * @param command the command line
   * @param started date and time, ISO 8601
   * @param git commit, and whether files differ from it
   * @param machine processor, memory, operating system, Java
   */
  public record Provenance(String command, String started, String git, String machine) {}

  /** How many episodes the run has. */
  @JsonIgnore
  public int episodes() {
    int tasks = plan.suites().stream().mapToInt(SuiteFingerprint::tasks).sum();
    return tasks * plan.seeds().size() * plan.configurations().size();
  }
}
