package io.souschef.app.cli.option;

import java.util.Iterator;
import java.util.List;

/** Value functions that need no more than a word, for completion. */
final class AffordanceNames implements Iterable<String> {

  @Override
  public Iterator<String> iterator() {
    return List.of("learned", "analytic", "none").iterator();
  }
}
