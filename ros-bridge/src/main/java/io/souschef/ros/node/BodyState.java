package io.souschef.ros.node;

import io.souschef.skills.world.Pose;
import java.util.Map;

/**
 * What a robot's own sensors say of its body.
 *
 * @param timeS robot time, seconds
 * @param base pose of base_link, map frame
 * @param joints name to position, radians or metres
 */
public record BodyState(double timeS, Pose base, Map<String, Double> joints) {}
