package io.souschef.app.doctor;

import io.souschef.ros.RosRobot;
import io.souschef.ros.StepConfirmation;
import io.souschef.ros.Transports;
import io.souschef.ros.config.CommandEntry;
import io.souschef.ros.config.Connection;
import io.souschef.ros.config.RobotConfig;
import io.souschef.ros.config.SkillEntry;
import io.souschef.ros.discovery.GraphRelease;
import io.souschef.ros.event.RobotEvent;
import io.souschef.ros.mapping.SkillMapping;
import io.souschef.ros.transport.RosTransport;
import io.souschef.skills.SkillLibrary;
import io.souschef.skills.SkillTemplate;
import io.souschef.skills.execution.RobotException;
import io.souschef.skills.text.Counted;
import io.souschef.skills.world.Observation;
import io.souschef.skills.world.ObservedObject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;

/**
 * Every check of {@code souschef doctor --robot-config}. Sends nothing that moves: it reads the
 * file, listens, and asks action servers whether they are there.
 */
public final class RobotCheckup {

  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final int TRIES = 3;
  private static final int E_STOP_LOOKS = 6;
  private static final String REST = "*";

  private final Path file;
  private final SkillLibrary library;
  private final List<Finding> findings = new ArrayList<>();
  private final List<String> doubts = new CopyOnWriteArrayList<>();

  /**
   * A check-up.
   *
   * @param file the robot's file
   * @param library the skills it shall run
   */
  public RobotCheckup(Path file, SkillLibrary library) {
    this.file = file;
    this.library = library;
  }

  /** Runs the checks; what cannot be checked without an earlier one is left out. */
  public List<Finding> run() {
    if (check("robot file", this::file, "see docs/robot.md")) {
      RobotConfig config = RobotConfig.read(file);
      if (check("message types", () -> types(config), "mend the command that is named")) {
        config.skills().forEach(this::skill);
        check("skills left out", () -> leftOut(config), "");
        check("references", () -> references(config), "mend the command that is named");
        connect(config);
      }
    }
    return List.copyOf(findings);
  }

  private boolean check(String subject, java.util.concurrent.Callable<String> check, String mend) {
    Finding finding = Finding.of(subject, check, mend);
    findings.add(finding);
    return finding.healthy();
  }

  private String file() {
    RobotConfig config = RobotConfig.read(file);
    return "'%s': %s, %s"
        .formatted(
            file,
            Counted.of(config.vocabulary().kinds().size(), "kind of objects", "kinds of objects"),
            Counted.of(config.vocabulary().places().size(), "place"));
  }

  private static String types(RobotConfig config) {
    SkillMapping mapping = SkillMapping.of(config);
    return "every field of every command is in its definition (%s, %s)"
        .formatted(
            config.connection().distribution().word(),
            Counted.of(mapping.actions().size(), "action"));
  }

  private void skill(String action, SkillEntry entry) {
    String commands =
        entry.commands().stream().map(RobotCheckup::words).collect(Collectors.joining(", then "));
    findings.add(
        new Finding("skill " + (action.equals(REST) ? "* (others)" : action), true, commands));
  }

  private static String words(CommandEntry command) {
    String kind =
        command.action().isPresent()
            ? "action"
            : command.service().isPresent() ? "service" : "topic";
    return "%s %s (%s)%s"
        .formatted(
            kind,
            command.name(),
            command.type(),
            kind.equals("topic")
                ? ""
                : String.format(Locale.ROOT, ", at most %.0f s", command.deadlineS()));
  }

  private String leftOut(RobotConfig config) {
    Set<String> without = new TreeSet<>();
    if (!config.skills().containsKey(REST)) {
      library.templates().stream()
          .map(SkillTemplate::action)
          .filter(action -> !action.equals("done") && !config.skills().containsKey(action))
          .forEach(without::add);
    }
    return without.isEmpty()
        ? "none: every skill has commands"
        : "%s: these are never chosen".formatted(String.join(", ", without));
  }

  /** Every reference, of every command, for every skill that would use it. */
  private String references(RobotConfig config) throws IOException {
    SkillMapping mapping = SkillMapping.of(config);
    List<String> faults = new ArrayList<>(mapping.faults(library.templates()));
    mapping
        .unused(library.templates())
        .forEach(
            name ->
                faults.add(
                    "skills.%s is never used: no skill has this action; there are %s"
                        .formatted(name, new TreeSet<>(library.actions()))));
    if (!faults.isEmpty()) {
      throw new IOException(String.join("; ", faults));
    }
    return "each means something for every skill that uses it";
  }

  private void connect(RobotConfig config) {
    Connection connection = config.connection();
    String where =
        connection.transport() == Connection.Transport.DDS
            ? String.format(Locale.ROOT, "DDS domain %d", connection.domainId())
            : connection.url();
    List<RosTransport> opened = new ArrayList<>();
    boolean reached =
        check(
            "connection",
            () -> {
              opened.add(Transports.connect(connection, config.catalog()));
              return where;
            },
            "then try again");
    if (reached) {
      RosTransport transport = opened.get(0);
      if (connection.transport() == Connection.Transport.ROSBRIDGE) {
        check("release", () -> release(transport, connection), "so that messages are read rightly");
      }
      try (RosRobot robot =
          new RosRobot(transport, config, StepConfirmation.NOT_NEEDED, this::heard)) {
        check("perception", () -> perceived(robot), "no skill can be chosen without it");
        check("doubts", this::doubts, "");
        for (String action : SkillMapping.of(config).actions()) {
          check("server " + action, () -> answers(transport, action), "start it on the robot");
        }
        robot
            .eStopState()
            .ifPresent(unused -> check("e-stop", () -> eStop(robot), "start what publishes it"));
        check("arm state", () -> armState(robot, config), "");
      }
    }
  }

  private static String release(RosTransport transport, Connection connection) throws IOException {
    Optional<String> told = GraphRelease.ask(transport).join();
    Optional<String> mend =
        told.flatMap(name -> GraphRelease.mend(name, connection.distribution()));
    if (mend.isPresent()) {
      throw new IOException(mend.get());
    }
    String file = connection.distribution().word();
    return told.map(
            name ->
                name.equals(file)
                    ? "%s, as the robot file says".formatted(name)
                    : "the graph runs %s, which is not known here; read as %s"
                        .formatted(name, file))
        .orElse(
            "the graph does not tell (no /rosapi); read as %s, as the robot file says"
                .formatted(file));
  }

  private void heard(RobotEvent event) {
    if (event instanceof RobotEvent.Doubted doubted) {
      doubts.add(doubted.what());
    }
  }

  /** What is perceived and cannot be used; nothing that keeps a robot from running. */
  private String doubts() {
    return doubts.isEmpty() ? "none" : String.join("; ", doubts);
  }

  private static String perceived(RosRobot robot) throws IOException {
    try {
      Observation seen = robot.observe();
      Map<String, Long> kinds =
          seen.objects().stream()
              .collect(
                  Collectors.groupingBy(
                      ObservedObject::kind, java.util.TreeMap::new, Collectors.counting()));
      return String.format(
          Locale.ROOT,
          "the base is at (%.2f, %.2f)%s; objects: %s",
          seen.base().x(),
          seen.base().y(),
          seen.at().map(place -> ", " + place).orElse(""),
          kinds.isEmpty() ? "none" : kinds);
    } catch (RobotException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private static String answers(RosTransport transport, String action)
      throws IOException, InterruptedException {
    for (int i = 0; i < TRIES; i++) {
      try {
        if (transport.probe(action, PATIENCE).get()) {
          return "answers";
        }
      } catch (ExecutionException e) {
        throw new IOException(e.getCause());
      }
    }
    throw new IOException("No server of this action answers");
  }

  /** Peers take a moment to be found. */
  private static String eStop(RosRobot robot) throws IOException, InterruptedException {
    String state = robot.eStopState().orElse("");
    for (int i = 0; i < E_STOP_LOOKS && !state.contains("is published ("); i++) {
      Thread.sleep(500);
      state = robot.eStopState().orElse("");
    }
    if (state.startsWith("nobody") || state.contains("understood")) {
      throw new IOException(state);
    }
    return state;
  }

  private static String armState(RosRobot robot, RobotConfig config) {
    return "%s; e-stop topic: %s; workspace: %s"
        .formatted(
            robot.stillBecause().map(why -> "still: " + why).orElse("armed"),
            config.safety().eStop().map(config.connection()::resolve).orElse("none"),
            config.safety().workspace().map(Object::toString).orElse("not limited"));
  }
}
