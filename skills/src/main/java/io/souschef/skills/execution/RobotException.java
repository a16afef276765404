package io.souschef.skills.execution;

/**
 * The robot, its link or its simulated world is beyond going on: a world that blew up, a controller
 * that died. Ends the episode as an error, never as a success or an ordinary failure of a skill.
 */
public class RobotException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public RobotException(String message) {
    super(message);
  }

  public RobotException(String message, Throwable cause) {
    super(message, cause);
  }
}
