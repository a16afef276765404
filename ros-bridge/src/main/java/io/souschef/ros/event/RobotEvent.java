package io.souschef.ros.event;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Something that happened between Souschef and a robot; part of an episode's trace. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
@JsonSubTypes({
  @JsonSubTypes.Type(value = RobotEvent.Armed.class, name = "robot_armed"),
  @JsonSubTypes.Type(value = RobotEvent.CommandSent.class, name = "command_sent"),
  @JsonSubTypes.Type(value = RobotEvent.CommandRefused.class, name = "command_refused"),
  @JsonSubTypes.Type(value = RobotEvent.CommandEnded.class, name = "command_ended"),
  @JsonSubTypes.Type(value = RobotEvent.Stopped.class, name = "robot_stopped"),
  @JsonSubTypes.Type(value = RobotEvent.StoppedLater.class, name = "robot_stopped_later"),
  @JsonSubTypes.Type(value = RobotEvent.NotConfirmed.class, name = "robot_not_confirmed"),
  @JsonSubTypes.Type(value = RobotEvent.SeenStill.class, name = "robot_seen_still"),
  @JsonSubTypes.Type(value = RobotEvent.LinkChanged.class, name = "link_changed"),
  @JsonSubTypes.Type(value = RobotEvent.Doubted.class, name = "perception_doubted")
})
public sealed interface RobotEvent {

  /** From now on commands may move the robot. */
  record Armed() implements RobotEvent {}

  /**
   * A command went out.
   *
   * @param skill words of the skill it belongs to: the reason it was sent
   * @param name full name of the action, service or topic
   * @param type full name of the interface
   * @param fields the goal, request or message
   */
  record CommandSent(String skill, String name, String type, JsonNode fields)
      implements RobotEvent {}

  /** A command was not sent. */
  record CommandRefused(String skill, String name, String reason) implements RobotEvent {}

  /**
   * A command is over.
   *
   * @param outcome succeeded, aborted, canceled, rejected, lost, timed_out or sent
   */
  record CommandEnded(String skill, String name, String outcome, String message)
      implements RobotEvent {}

  /**
   * What was under way was canceled, and nothing is sent until the robot is armed again.
   *
   * @param noticedToSentMs from noticing the reason until every cancel was handed over
   * @param confirmed actions whose goal has ended, by the robot's own word
   * @param unconfirmed those that may still be running, and what is known of them
   */
  record Stopped(
      String reason, double noticedToSentMs, List<String> confirmed, List<String> unconfirmed)
      implements RobotEvent {}

  /**
   * What was told to stop has still not said that it did.
   *
   * @param forS since it was told, seconds
   * @param unconfirmed what may still be moving, and what is known of it
   */
  record NotConfirmed(double forS, String unconfirmed) implements RobotEvent {}

  /** A person has seen that the robot stands still. */
  record SeenStill(String name) implements RobotEvent {}

  /** What came in the end of what had not been confirmed as stopped. */
  record StoppedLater(List<String> confirmed, List<String> unconfirmed) implements RobotEvent {}

  /** The link was lost or came back. */
  record LinkChanged(boolean up, String message) implements RobotEvent {}

  /** Something perceived is stale or contradicts itself, and was not used. */
  record Doubted(String what) implements RobotEvent {}
}
