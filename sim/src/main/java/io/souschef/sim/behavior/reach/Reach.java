package io.souschef.sim.behavior.reach;

import io.souschef.sim.body.ArmPosture;
import io.souschef.sim.body.BasePose;

/**
 * A checked way for the hand to a spot and away from it again.
 *
 * @param base where the base stands
 * @param stowed arm drawn in over the base, at the height of the entry
 * @param entry arm drawn in, pointing at the spot
 * @param approach hand just before the spot
 * @param at hand at the spot
 * @param leave hand just after it
 * @param out arm drawn in again
 * @param stowedAfter arm over the base, at the height of {@code out}
 */
public record Reach(
    BasePose base,
    ArmPosture stowed,
    ArmPosture entry,
    ArmPosture approach,
    ArmPosture at,
    ArmPosture leave,
    ArmPosture out,
    ArmPosture stowedAfter) {}
