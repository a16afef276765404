package io.souschef.app.robot;

import io.souschef.planner.dialogue.User;
import io.souschef.ros.task.QuestionDesk;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Whoever answers on a ROS 2 graph what the robot asks there. */
public final class GraphUser implements User {

  private final QuestionDesk desk;
  private volatile BooleanSupplier over = () -> false;

  public GraphUser(QuestionDesk desk) {
    this.desk = desk;
  }

  /** From now on a question is given up as soon as this says so. */
  void until(BooleanSupplier nextOver) {
    over = nextOver;
  }

  /** What is asked now. */
  Optional<String> open() {
    return desk.open();
  }

  @Override
  public Optional<String> ask(String question, List<String> options) {
    return desk.ask(question, options, over);
  }

  @Override
  public void tell(String words) {
    // What is told is an event of the episode, and published as such.
  }
}
