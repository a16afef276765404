package io.souschef.app.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The commands in the order of the help; each is made only when it is asked for. */
enum CommandName {
  RUN {
    @Override
    Object command() {
      return new RunCommand();
    }
  },
  CHAT {
    @Override
    Object command() {
      return new ChatCommand();
    }
  },
  SERVE {
    @Override
    Object command() {
      return new ServeCommand();
    }
  },
  EXPORT {
    @Override
    Object command() {
      return new ExportCommand();
    }
  },
  SKILLS {
    @Override
    Object command() {
      return new SkillsCommand();
    }
  },
  DOCTOR {
    @Override
    Object command() {
      return new DoctorCommand();
    }
  },
  MODELS {
    @Override
    Object command() {
      return new ModelsCommand();
    }
  },
  BENCH {
    @Override
    Object command() {
      return new BenchCommand();
    }
  },
  TRAIN {
    @Override
    Object command() {
      return new TrainCommand();
    }
  },
  EVAL {
    @Override
    Object command() {
      return new EvalCommand();
    }
  },
  REPORT {
    @Override
    Object command() {
      return new ReportCommand();
    }
  },
  TASKS {
    @Override
    Object command() {
      return new TasksCommand();
    }
  },
  ROBOT {
    @Override
    Object command() {
      return new RobotCommand();
    }
  },
  NODE {
    @Override
    Object command() {
      return new NodeCommand();
    }
  },
  COMPLETION {
    @Override
    Object command() {
      return new CompletionCommand();
    }
  };

  /** A command's object for the parser. */
  abstract Object command();

  /** The command of this name. */
  static Optional<CommandName> of(String word) {
    return Arrays.stream(values())
        .filter(name -> name.name().toLowerCase(Locale.ROOT).equals(word))
        .findFirst();
  }
}
