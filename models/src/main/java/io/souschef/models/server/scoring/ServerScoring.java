package io.souschef.models.server.scoring;

import io.souschef.models.server.http.ServerConnection;
import io.souschef.planner.usefulness.UsefulnessScorer.Scored;
import java.util.List;

/** A way in which a server can score. */
public interface ServerScoring {

  /** A few words for names and reports: "echo". */
  String name();

  /** The same way, with what it has learned of the server, over another connection. */
  ServerScoring on(ServerConnection connection);

  /** See {@link io.souschef.models.language.LanguageModel#logProbabilities}. */
  double[] all(String prompt, List<String> continuations);

  /** See {@link io.souschef.models.language.LanguageModel#best}. */
  List<Scored> best(String prompt, List<String> continuations, double[] weights);
}
