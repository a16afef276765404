package io.souschef.app.cli.option;

import java.util.Iterator;
import java.util.List;

/** Value functions that need no more than a word, for completion. */
public final class AffordanceNames implements Iterable<String> {

  public static final List<String> ALL = List.of("learned", "analytic", "none");

  @Override
  public Iterator<String> iterator() {
    return ALL.iterator();
  }
}
