package io.souschef.app.cli;

import io.souschef.app.cli.bench.BenchCommand;
import io.souschef.app.cli.command.ChatCommand;
import io.souschef.app.cli.command.DoctorCommand;
import io.souschef.app.cli.command.EvalCommand;
import io.souschef.app.cli.command.ExportCommand;
import io.souschef.app.cli.command.KitchenCommand;
import io.souschef.app.cli.command.ModelsCommand;
import io.souschef.app.cli.command.ReportCommand;
import io.souschef.app.cli.command.RunCommand;
import io.souschef.app.cli.command.ServeCommand;
import io.souschef.app.cli.command.SkillsCommand;
import io.souschef.app.cli.command.TasksCommand;
import io.souschef.app.cli.robot.NodeCommand;
import io.souschef.app.cli.robot.RobotCommand;
import io.souschef.app.cli.train.TrainCommand;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The commands in the order of the help; each is made, and its class read, when asked for. */
enum CommandName {
  RUN,
  CHAT,
  SERVE,
  EXPORT,
  SKILLS,
  DOCTOR,
  MODELS,
  BENCH,
  TRAIN,
  EVAL,
  REPORT,
  TASKS,
  KITCHEN,
  ROBOT,
  NODE,
  COMPLETION;

  /** A command's object for the parser. */
  Object command() {
    return switch (this) {
      case RUN -> new RunCommand();
      case CHAT -> new ChatCommand();
      case SERVE -> new ServeCommand();
      case EXPORT -> new ExportCommand();
      case SKILLS -> new SkillsCommand();
      case DOCTOR -> new DoctorCommand();
      case MODELS -> new ModelsCommand();
      case BENCH -> new BenchCommand();
      case TRAIN -> new TrainCommand();
      case EVAL -> new EvalCommand();
      case REPORT -> new ReportCommand();
      case TASKS -> new TasksCommand();
      case KITCHEN -> new KitchenCommand();
      case ROBOT -> new RobotCommand();
      case NODE -> new NodeCommand();
      case COMPLETION -> new CompletionCommand();
    };
  }

  /** The command of this name. */
  static Optional<CommandName> of(String word) {
    return Arrays.stream(values())
        .filter(name -> name.name().toLowerCase(Locale.ROOT).equals(word))
        .findFirst();
  }
}
