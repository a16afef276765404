package io.souschef.app.cli;

import io.souschef.app.evaluation.engine.KitchenWorlds;
import io.souschef.app.evaluation.engine.ReferencePlans;
import io.souschef.app.evaluation.engine.Rehearsal;
import io.souschef.app.evaluation.task.Task;
import io.souschef.app.evaluation.task.TaskCheck;
import io.souschef.app.evaluation.task.TaskReader;
import io.souschef.app.evaluation.task.TaskSuite;
import io.souschef.sim.kitchen.file.KitchenFile;
import io.souschef.skills.SkillLibrary;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Looks at suites of tasks. */
@Command(
    name = "tasks",
    mixinStandardHelpOptions = true,
    description = "Lists and checks suites of tasks (docs/tasks.md explains the format).")
final class TasksCommand implements Callable<Integer> {

  @SuppressWarnings("NullAway.Init")
  @Spec
  private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    for (String name : TaskSuite.SHIPPED) {
      TaskSuite suite = TaskSuite.read(name);
      long families = suite.tasks().stream().map(Task::family).distinct().count();
      out.println("%-14s %3d tasks, %d families".formatted(name, suite.tasks().size(), families));
    }
    return Main.Exit.DONE;
  }

  @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists a suite's tasks.")
  Integer list(@Parameters(paramLabel = "SUITE", description = "Name or file.") String suite) {
    PrintWriter out = spec.commandLine().getOut();
    TaskSuite.read(suite)
        .tasks()
        .forEach(task -> out.println("%-22s %s".formatted(task.id(), task.instruction())));
    return Main.Exit.DONE;
  }

  @Command(
      name = "check",
      mixinStandardHelpOptions = true,
      description = "Checks suites and tries their reference plans; names every fault.")
  Integer check(
      @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files or suite names.")
          List<String> suites) {
    TaskReader reader = new TaskReader(KitchenFile.standard());
    Rehearsal rehearsal = new Rehearsal(SkillLibrary.standard(), new KitchenWorlds(reader));
    TaskCheck check = new TaskCheck(reader, new ReferencePlans(rehearsal));
    boolean good = true;
    for (String name : suites) {
      TaskSuite suite = TaskSuite.read(name);
      List<String> faults = check.faults(suite);
      PrintWriter err = spec.commandLine().getErr();
      faults.forEach(fault -> err.println("souschef: " + fault));
      if (faults.isEmpty()) {
        spec.commandLine()
            .getOut()
            .println("%s: %d tasks, no fault".formatted(suite.file(), suite.tasks().size()));
      }
      good &= faults.isEmpty();
    }
    return good ? Main.Exit.DONE : Main.Exit.USER_MISTAKE;
  }
}
