package io.souschef.web.live.mind;

import java.util.List;
import java.util.Map;

/** What plans, as people choose it. */
public interface Minds {

  /** What there is to choose. */
  List<Choice> choices();

  /**
   * What plans the next request. Called on the thread that drives the robot, when the request
   * begins.
   *
   * @param chosen a value for each choice
   */
  Brain brain(Map<String, String> chosen);

  /** One of which nothing can be chosen. */
  static Minds of(Brain brain) {
    return new Minds() {
      @Override
      public List<Choice> choices() {
        return List.of();
      }

      @Override
      public Brain brain(Map<String, String> chosen) {
        return brain;
      }
    };
  }
}
