package io.souschef.planner.dialogue;

class NobodyTest extends UserContract {

  @Override
  protected User create() {
    return User.nobody();
  }
}
