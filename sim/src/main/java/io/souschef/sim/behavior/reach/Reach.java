package io.souschef.sim.behavior.reach;

import io.souschef.sim.body.ArmPosture;
import io.souschef.sim.body.BasePose;

/**
 * A checked way for the hand to a spot and away from it again.
 *
 * @param base where the base stands
 * @param stowed arm drawn in over the base, at the height of {@code over}
 * @param over arm drawn in, pointing at the spot, as high as what it holds needs over the base
 * @param entry the same at the height of the approach
 * @param approach hand just before the spot
 * @param at hand at the spot
 * @param leave hand just after it
 * @param out arm drawn in again
 * @param overAfter the same, as high as what it then holds needs over the base
 * @param stowedAfter arm over the base, at the height of {@code overAfter}
 */
public record Reach(
    BasePose base,
    ArmPosture stowed,
    ArmPosture over,
    ArmPosture entry,
    ArmPosture approach,
    ArmPosture at,
    ArmPosture leave,
    ArmPosture out,
    ArmPosture overAfter,
    ArmPosture stowedAfter) {}
