package io.souschef.models.server;

import io.souschef.planner.usefulness.UsefulnessScorer.Scored;
import java.util.List;

/** A way in which a server can score. */
interface ServerScoring {

  /** A few words for names and reports: "echo". */
  String name();

  /** The same way, with what it has learned of the server, over another connection. */
  ServerScoring on(ServerConnection connection);

  /** See {@link io.souschef.models.language.LanguageModel#logProbabilities}. */
  double[] all(String prompt, List<String> continuations);

  /** See {@link io.souschef.models.language.LanguageModel#best}. */
  List<Scored> best(String prompt, List<String> continuations, double[] weights);
}
