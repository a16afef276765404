package io.souschef.ros.soak;

/** What happens while a goal is under way. */
public enum Fault {
  NOTHING("nothing"),
  CANCEL("the skill is canceled"),
  CTRL_C("Ctrl-C"),
  E_STOP("the e-stop is pressed"),
  POSE_LOST("the base's pose stops coming"),
  CABLE("the network is cut for up to 1.2 s"),
  SILENCE("the network holds everything back for up to 4 s"),
  GOAL_SOCKET("the goal's socket is cut"),
  DEATH("the server dies, the robot drives on"),
  FROZEN("the server is frozen for up to 1.2 s"),
  GARBAGE("what is no message, or a large one"),
  LATE("goals and cancels are read late");

  private final String words;

  Fault(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }

  /** Silence is noticed after 2 s. */
  int longestMs() {
    return this == SILENCE ? 4000 : 1200;
  }
}
