package com.example.library;

import io.souschef.skills.execution.Robot;
import io.souschef.skills.execution.RobotContract;

class TrolleyTest extends RobotContract {

  @Override
  protected Robot create() {
    return new Trolley();
  }

  @Override
  protected String drivable() {
    return "desk";
  }
}
