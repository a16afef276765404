package io.souschef.planner.program.meaning;

import io.souschef.planner.program.Program;
import java.util.List;
import java.util.Optional;

/** Something that may be meant, with how likely that is: what doubts are about. */
public interface Meant {

  /** In [0, 1]. */
  double probability();

  /** How likely it is that to carry it out is right, in [0, 1]: at least its probability. */
  default double assured() {
    return probability();
  }

  /** As people read it, several lines. */
  String script();

  /** As the model wrote it, where that is not the script. */
  default String written() {
    return "";
  }

  /** The program that it is; empty where it says more than programs can. */
  Optional<Program> plain();

  /** Whether anything may be moved. */
  default boolean acts() {
    return plain().map(Program::acts).orElse(true);
  }

  /**
   * How sure it is that the likeliest is right to go by, in [0, 1]; 0 when nothing may be meant.
   * Where the likeliest moves nothing, it is how sure it is that nothing is to be moved, since
   * between such meanings little is at stake.
   *
   * @param all likeliest first
   */
  static double certainty(List<? extends Meant> all) {
    return all.isEmpty() ? 0 : certaintyOf(all.get(0), all);
  }

  /** The same of another than the likeliest. */
  static double certaintyOf(Meant one, List<? extends Meant> all) {
    return one.acts()
        ? share(one.assured(), all)
        : certainty(all.stream().filter(meant -> !meant.acts()).toList(), all);
  }

  /**
   * How sure it is that one of some is right, in [0, 1]: the geometric mean of their probability
   * and of their share among all legal ones. A model may be sure of a word that this kitchen has
   * not; little is left for each legal program then, although one stands far above the others. On
   * held-out text the mean tells right from wrong better than either alone.
   */
  static double certainty(List<? extends Meant> some, List<? extends Meant> all) {
    return share(total(some), all);
  }

  private static double share(double likely, List<? extends Meant> all) {
    double legal = total(all);
    return legal == 0 ? 0 : Math.min(1, likely / Math.sqrt(legal));
  }

  /** Those that are likely enough by themselves, in their order. */
  static <M extends Meant> List<M> atLeast(double least, List<M> all) {
    return all.stream().filter(meant -> certainty(List.of(meant), all) >= least).toList();
  }

  private static double total(List<? extends Meant> meanings) {
    return meanings.stream().mapToDouble(Meant::probability).sum();
  }
}
