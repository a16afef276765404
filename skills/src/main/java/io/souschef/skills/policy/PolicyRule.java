package io.souschef.skills.policy;

import java.util.List;

/**
 * One rule of a policy, in the words of its file. It forbids what all of its parts are true of; a
 * part that is left out is true of everything. Words are names, aliases or attributes. Immutable.
 *
 * @param words what is told of it: "no knife to the user"
 * @param things kinds of things that a skill takes, moves or names
 * @param to places where a thing comes to be: put there, or carried there in the hand
 * @param from places where a thing is taken away
 * @param at places that the robot works at, drives to or opens
 * @param skills actions: "pick_up"
 * @param times parts of the day
 */
public record PolicyRule(
    String words,
    List<String> things,
    List<String> to,
    List<String> from,
    List<String> at,
    List<String> skills,
    List<TimeSpan> times) {

  public PolicyRule {
    things = List.copyOf(things);
    to = List.copyOf(to);
    from = List.copyOf(from);
    at = List.copyOf(at);
    skills = List.copyOf(skills);
    times = List.copyOf(times);
    if (!to.isEmpty() && !from.isEmpty()) {
      throw new IllegalArgumentException(
          "a rule says 'to' or 'from'; what is taken here and put there is two skills, so write two rules");
    }
    if (things.isEmpty()
        && to.isEmpty()
        && from.isEmpty()
        && at.isEmpty()
        && skills.isEmpty()
        && times.isEmpty()) {
      throw new IllegalArgumentException(
          "it forbids everything at all times; say what, with things, to, from, at, skills or times");
    }
  }
}
