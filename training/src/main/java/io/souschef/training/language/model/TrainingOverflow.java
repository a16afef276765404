package io.souschef.training.language.model;

/** The weights are no longer numbers; what was learnt since the last checkpoint is lost. */
final class TrainingOverflow extends RuntimeException {

  private static final long serialVersionUID = 1;

  TrainingOverflow() {
    super("The training overflowed");
  }
}
