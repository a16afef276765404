package io.souschef.evaluation.run;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What the wall clock of an attempt is spent on. */
public enum Phase {
  /** Laying out the scene and building its world. */
  @JsonProperty("world")
  WORLD("building worlds"),
  /** Observing, and grounding the skills. */
  @JsonProperty("perceive")
  PERCEIVE("perceiving"),
  /** Scoring usefulness. */
  @JsonProperty("say")
  SAY("say"),
  /** Scoring feasibility. */
  @JsonProperty("can")
  CAN("can"),
  /** Executing skills: physics, or none with the ideal executor. */
  @JsonProperty("execute")
  EXECUTE("executing skills"),
  /** Painting how a failed attempt ended. */
  @JsonProperty("picture")
  PICTURE("pictures of failures"),
  /** Writing and compressing the trace. */
  @JsonProperty("trace")
  TRACE("traces"),
  /** Playing plans again to count what they do not need. */
  @JsonProperty("redundant")
  REDUNDANT("counting redundant steps");

  private final String words;

  Phase(String words) {
    this.words = words;
  }

  /** For tables: "executing skills". */
  public String words() {
    return words;
  }
}
