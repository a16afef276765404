package com.example.library;

import io.souschef.skills.execution.Robot;
import io.souschef.skills.execution.RobotProvider;

/** {@code --robot trolley}. */
public final class TrolleyProvider implements RobotProvider {

  @Override
  public String scheme() {
    return "trolley";
  }

  @Override
  public String description() {
    return "a trolley in a library";
  }

  @Override
  public Robot open(String argument) {
    return new Trolley();
  }
}
