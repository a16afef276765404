package io.souschef.planner.episode;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.JsonNode;
import io.souschef.planner.decision.Decision;
import io.souschef.planner.usefulness.PlanPrompt;
import io.souschef.skills.GroundedSkill;
import io.souschef.skills.execution.Progress;
import io.souschef.skills.execution.SkillResult;
import io.souschef.skills.world.Observation;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything that happens in an episode, in order. Steps count from 1. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
@JsonSubTypes({
  @JsonSubTypes.Type(value = EpisodeEvent.Started.class, name = "started"),
  @JsonSubTypes.Type(value = EpisodeEvent.Prompted.class, name = "prompted"),
  @JsonSubTypes.Type(value = EpisodeEvent.Drafted.class, name = "drafted"),
  @JsonSubTypes.Type(value = EpisodeEvent.Judged.class, name = "judged"),
  @JsonSubTypes.Type(value = EpisodeEvent.Planned.class, name = "planned"),
  @JsonSubTypes.Type(value = EpisodeEvent.Reached.class, name = "reached"),
  @JsonSubTypes.Type(value = EpisodeEvent.Ordered.class, name = "ordered"),
  @JsonSubTypes.Type(value = EpisodeEvent.Asked.class, name = "asked"),
  @JsonSubTypes.Type(value = EpisodeEvent.Told.class, name = "told"),
  @JsonSubTypes.Type(value = EpisodeEvent.Observed.class, name = "observed"),
  @JsonSubTypes.Type(value = EpisodeEvent.Decided.class, name = "decided"),
  @JsonSubTypes.Type(value = EpisodeEvent.SkillStarted.class, name = "skill_started"),
  @JsonSubTypes.Type(value = EpisodeEvent.SkillProgressed.class, name = "skill_progressed"),
  @JsonSubTypes.Type(value = EpisodeEvent.SkillEnded.class, name = "skill_ended"),
  @JsonSubTypes.Type(value = EpisodeEvent.RobotReported.class, name = "robot_reported"),
  @JsonSubTypes.Type(value = EpisodeEvent.ThoughtAhead.class, name = "thought_ahead"),
  @JsonSubTypes.Type(value = EpisodeEvent.Timed.class, name = "timed"),
  @JsonSubTypes.Type(value = EpisodeEvent.Ended.class, name = "ended")
})
public sealed interface EpisodeEvent {

  /**
   * The episode begins.
   *
   * @param settings what it runs with, for the record: scene, seed, models
   */
  @JsonIgnoreProperties(value = "schemaVersion", allowGetters = true)
  record Started(
      String instruction,
      String say,
      String can,
      PlanPrompt.Style style,
      int stepLimit,
      Map<String, String> settings)
      implements EpisodeEvent {

    /** Of docs/schema/trace-1.schema.json, which names every field of every event. */
    public static final int SCHEMA_VERSION = 1;

    /** What readers of the trace can count on. */
    @JsonProperty
    public int schemaVersion() {
      return SCHEMA_VERSION;
    }
  }

  /**
   * A language model was asked.
   *
   * @param step the step whose skills it scored; 0 where it wrote what is meant
   * @param prompt what it was given, as text
   */
  record Prompted(int step, String prompt) implements EpisodeEvent {}

  /**
   * A language model wrote a program, which was checked.
   *
   * @param sample which of several for one request, from 1; 0 where one that failed is mended
   * @param attempt which attempt at it, from 1
   * @param because what the one before it failed by; empty for the first
   * @param script as the model wrote it
   * @param held to what the model was held: GRAMMAR, LINES or NOT
   * @param mistakes what the check found, each with its place and mend; none where it passed
   */
  record Drafted(
      int sample, int attempt, String because, String script, String held, List<String> mistakes)
      implements EpisodeEvent {
    public Drafted {
      mistakes = List.copyOf(mistakes);
    }
  }

  /**
   * What may be meant was rehearsed in what the robot believes, before anything moved.
   *
   * @param judgements one for each meaning that was rehearsed, as likely as the model had it
   */
  record Judged(List<Judgement> judgements) implements EpisodeEvent {
    public Judged {
      judgements = List.copyOf(judgements);
    }
  }

  /**
   * What a rehearsal came to.
   *
   * @param script as people read it, several lines
   * @param obstacle what stands in its way, in a sentence; empty where nothing is known to
   * @param supposed kinds that it needs and that were not seen yet
   * @param seconds robot time that it is expected to take
   * @param before how likely the model had it, in [0, 1]
   * @param after how likely it is by this judgement, in [0, 1]
   */
  record Judgement(
      String script,
      String obstacle,
      List<String> supposed,
      double seconds,
      double before,
      double after) {
    public Judgement {
      supposed = List.copyOf(supposed);
    }
  }

  /**
   * What was understood.
   *
   * @param meanings what may be meant, likeliest first
   */
  record Planned(List<Understood> meanings) implements EpisodeEvent {
    public Planned {
      meanings = List.copyOf(meanings);
    }
  }

  /**
   * A program that may be meant.
   *
   * @param script as people read it, several lines
   * @param shorthand as the model wrote it
   * @param probability p(program | instruction), in [0, 1]
   */
  record Understood(String script, String shorthand, double probability) {}

  /**
   * The program came to a statement.
   *
   * @param statement its script
   */
  record Reached(String statement) implements EpisodeEvent {}

  /**
   * By looking ahead, parts of the request are done in another order than that in which they were
   * said.
   *
   * @param statements their script, the next one first
   * @param seconds robot time that is expected in this order
   * @param asSaidSeconds robot time that was expected in the order in which they were said
   */
  record Ordered(List<String> statements, double seconds, double asSaidSeconds)
      implements EpisodeEvent {
    public Ordered {
      statements = List.copyOf(statements);
    }
  }

  /**
   * The person was asked.
   *
   * @param options what was meant to be answered
   * @param answer what was answered; empty when nobody did
   */
  record Asked(String question, List<String> options, Optional<String> answer)
      implements EpisodeEvent {
    public Asked {
      options = List.copyOf(options);
    }
  }

  /** The person was told something. */
  record Told(String words) implements EpisodeEvent {}

  /** What the robot perceived before deciding on a step. */
  record Observed(int step, Observation observation) implements EpisodeEvent {}

  /** A choice, with every candidate. */
  record Decided(int step, Decision decision) implements EpisodeEvent {}

  record SkillStarted(int step, GroundedSkill skill) implements EpisodeEvent {}

  record SkillProgressed(int step, Progress progress) implements EpisodeEvent {}

  record SkillEnded(int step, GroundedSkill skill, SkillResult result) implements EpisodeEvent {}

  /**
   * Something happened between Souschef and a real robot: a command and its reason, a stop, a lost
   * link. Comes from the robot's side, between the other events.
   *
   * @param report what happened, in the words of the robot's module; its field {@code event} says
   *     of which kind it is
   */
  record RobotReported(JsonNode report) implements EpisodeEvent {}

  /**
   * A decision was prepared while the skill before it ran. The decision is the same with and
   * without that.
   *
   * @param step the step that it is about
   * @param used whether things were as expected, so that what was prepared could be taken
   * @param because what was otherwise than expected; empty where it was used
   */
  record ThoughtAhead(int step, boolean used, String because) implements EpisodeEvent {}

  /**
   * Wall-clock times of a step in milliseconds; the only event that differs between two runs with
   * the same seed.
   *
   * @param step the step; 0 for understanding the instruction
   * @param observeMs perceiving, grounding, and thinking which way and in which order
   * @param sayMs scoring usefulness
   * @param canMs scoring feasibility
   * @param executeMs executing the skill
   */
  record Timed(int step, double observeMs, double sayMs, double canMs, double executeMs)
      implements EpisodeEvent {}

  /**
   * The episode is over.
   *
   * @param steps skills executed, {@code done} not counted
   */
  record Ended(Outcome outcome, String message, int steps) implements EpisodeEvent {}

  /** How an episode ends. */
  enum Outcome {
    /** The planner chose done. */
    DONE,
    /** What was wanted, or a part of it, cannot be done here. */
    GIVEN_UP,
    /** It is not done because it would harm, or is nothing that the robot can do. */
    REFUSED,
    /** Something had to be asked, and nobody answered. */
    UNANSWERED,
    /** The step limit was reached first. */
    STEP_LIMIT,
    /** The limit of wall-clock time was reached first. */
    TIME_LIMIT,
    /** The limit of robot time was reached first. */
    ROBOT_TIME_LIMIT,
    /** The limit of a server's tokens was reached first. */
    TOKEN_LIMIT,
    /** A skill was canceled from outside. */
    CANCELED,
    /** The robot or its world broke down. */
    ERROR;

    /** Whether it ended at a limit, before it was done. */
    public boolean isLimit() {
      return switch (this) {
        case STEP_LIMIT, TIME_LIMIT, ROBOT_TIME_LIMIT, TOKEN_LIMIT -> true;
        case DONE, GIVEN_UP, REFUSED, UNANSWERED, CANCELED, ERROR -> false;
      };
    }
  }
}
