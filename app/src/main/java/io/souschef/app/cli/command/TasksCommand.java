package io.souschef.app.cli.command;

import io.souschef.app.cli.option.HomeOptions;
import io.souschef.app.cli.terminal.Exit;
import io.souschef.app.cli.terminal.PrintedJson;
import io.souschef.evaluation.episode.KitchenWorlds;
import io.souschef.evaluation.episode.ReferencePlans;
import io.souschef.evaluation.episode.Rehearsal;
import io.souschef.evaluation.task.Task;
import io.souschef.evaluation.task.TaskCheck;
import io.souschef.evaluation.task.TaskReader;
import io.souschef.evaluation.task.TaskSuite;
import io.souschef.skills.SkillLibrary;
import io.souschef.skills.failure.InvalidInputException;
import io.souschef.skills.text.Counted;
import io.souschef.skills.text.Shown;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Looks at suites of tasks. */
@Command(
    name = "tasks",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./souschef tasks",
      "  ./souschef tasks list plain",
      "  ./souschef tasks check my-suite.jsonl",
    },
    description = "Lists and checks suites of tasks (docs/tasks.md explains the format).")
public final class TasksCommand implements Callable<Integer> {

  @SuppressWarnings("NullAway.Init")
  @Spec
  private CommandSpec spec;

  @Option(names = "--json", description = "Print as JSON.")
  private boolean json;

  private record Suite(String suite, int tasks, long families) {}

  private record Listed(String id, String family, String instruction) {}

  private record Checked(String suite, List<String> faults) {}

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    List<Suite> suites = TaskSuite.SHIPPED.stream().map(TasksCommand::suite).toList();
    if (json) {
      out.println(PrintedJson.of(suites));
    } else {
      suites.forEach(
          suite ->
              out.println(
                  String.format(
                      Locale.ROOT,
                      "%-14s %3d %s, %s",
                      suite.suite(),
                      suite.tasks(),
                      suite.tasks() == 1 ? "task" : "tasks",
                      Counted.of(suite.families(), "family", "families"))));
    }
    return Exit.DONE;
  }

  private static Suite suite(String name) {
    List<Task> tasks = TaskSuite.read(name).tasks();
    return new Suite(name, tasks.size(), tasks.stream().map(Task::family).distinct().count());
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      footerHeading = "%nExamples:%n",
      footer = {
        "  ./souschef tasks list plain",
      },
      description = "Lists a suite's tasks.")
  Integer list(
      @Parameters(paramLabel = "SUITE", description = "Name or file.") String suite,
      @Option(names = "--json", description = "Print as JSON.") boolean asJson) {
    PrintWriter out = spec.commandLine().getOut();
    List<Task> tasks = TaskSuite.read(suite).tasks();
    if (asJson) {
      out.println(
          PrintedJson.of(
              tasks.stream()
                  .map(task -> new Listed(task.id(), task.family(), task.instruction()))
                  .toList()));
    } else {
      tasks.forEach(
          task -> out.println("%-22s %s".formatted(task.id(), Shown.line(task.instruction()))));
    }
    return Exit.DONE;
  }

  @Command(
      name = "check",
      footerHeading = "%nExamples:%n",
      footer = {
        "  ./souschef tasks check my-suite.jsonl",
        "  ./souschef tasks check --kitchen home.yaml my-suite.jsonl",
      },
      mixinStandardHelpOptions = true,
      description = "Checks suites and tries their reference plans; names every fault.")
  Integer check(
      @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files or suite names.")
          List<String> suites,
      @Mixin HomeOptions home,
      @Option(names = "--json", description = "Print as JSON.") boolean asJson) {
    TaskReader reader = new TaskReader(home.kitchen().kitchens());
    SkillLibrary library = home.library();
    Rehearsal rehearsal = new Rehearsal(library, new KitchenWorlds(reader, library));
    TaskCheck check = new TaskCheck(reader, new ReferencePlans(rehearsal));
    List<Checked> checked =
        suites.stream().map(name -> new Checked(name, faults(check, name))).toList();
    if (asJson) {
      spec.commandLine().getOut().println(PrintedJson.of(checked));
    } else {
      checked.forEach(this::show);
    }
    return checked.stream().allMatch(suite -> suite.faults().isEmpty())
        ? Exit.DONE
        : Exit.USER_MISTAKE;
  }

  private void show(Checked checked) {
    PrintWriter err = spec.commandLine().getErr();
    checked.faults().forEach(fault -> err.println("souschef: " + Shown.line(fault)));
    err.flush();
    if (checked.faults().isEmpty()) {
      TaskSuite suite = TaskSuite.read(checked.suite());
      spec.commandLine()
          .getOut()
          .println(
              "%s: %s, no fault".formatted(suite.file(), Counted.of(suite.tasks().size(), "task")));
    }
  }

  /** A file that cannot be read at all is a fault like others: those after it are checked, too. */
  private static List<String> faults(TaskCheck check, String name) {
    try {
      return check.faults(name);
    } catch (InvalidInputException e) {
      return List.of(String.valueOf(e.getMessage()));
    }
  }
}
