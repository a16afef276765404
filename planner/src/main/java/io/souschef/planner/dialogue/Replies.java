package io.souschef.planner.dialogue;

import io.souschef.planner.program.Program;
import io.souschef.planner.program.Reply;
import io.souschef.planner.program.Reply.Manner;
import java.util.Optional;

/** What the robot says where nothing is to be moved. */
public final class Replies {

  private Replies() {}

  /** What is told. */
  public static String words(Manner manner) {
    return switch (manner) {
      case NOTHING -> "There is nothing to do.";
      case CHAT -> "I am listening. Tell me if I can do something for you in the kitchen.";
      case STOP -> "I stop and leave everything as it is.";
      case REFUSE -> "I will not do that: it could harm somebody or something.";
      case CANNOT ->
          "That is nothing I can do: I find, carry, put, stand up, open, close and wipe things.";
      case ASK_THING -> "Which thing do you mean?";
      case ASK_PLACE -> "Where to?";
      case ASK_REQUEST -> "I did not understand that. What shall I do?";
    };
  }

  /** The question that a program consists of, if it begins with one. */
  public static Optional<String> question(Program program) {
    return program.statements().stream()
        .filter(Reply.class::isInstance)
        .map(statement -> ((Reply) statement).manner())
        .filter(manner -> manner.name().startsWith("ASK"))
        .map(Replies::words)
        .findFirst();
  }

  /** Whether a program says that all of the request is refused. */
  public static Optional<Manner> refusal(Program program) {
    return program.statements().stream()
        .filter(Reply.class::isInstance)
        .map(statement -> ((Reply) statement).manner())
        .filter(manner -> manner == Manner.REFUSE)
        .findFirst();
  }
}
