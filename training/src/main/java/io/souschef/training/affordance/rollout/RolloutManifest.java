package io.souschef.training.affordance.rollout;

import java.util.Map;

/**
 * What a folder of rollouts holds.
 *
 * @param seed seed of the run
 * @param scenes number of scenes
 * @param statesPerScene states per scene
 * @param skillsPerState skills tried per state
 * @param elsewhere of every ten scenes how many are in homes drawn at random
 * @param features width of a row
 * @param rows number of rows
 * @param successes rows whose skill succeeded
 * @param robotHours robot time of all tries, hours
 * @param byAction rows by action
 * @param successesByAction successful rows by action
 * @param byReason failed rows by reason
 * @param sha256 hash over all rows in the order of the scenes, hexadecimal
 */
public record RolloutManifest(
    long seed,
    int scenes,
    int statesPerScene,
    int skillsPerState,
    int elsewhere,
    int features,
    int rows,
    int successes,
    double robotHours,
    Map<String, Integer> byAction,
    Map<String, Integer> successesByAction,
    Map<String, Integer> byReason,
    String sha256) {}
