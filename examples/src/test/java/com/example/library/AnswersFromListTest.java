package com.example.library;

import io.souschef.planner.dialogue.User;
import io.souschef.planner.dialogue.UserContract;
import java.util.List;

class AnswersFromListTest extends UserContract {

  @Override
  protected User create() {
    return new AnswersFromList(List.of("the novel"));
  }
}
