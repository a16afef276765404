package io.souschef.ros.node;

import io.souschef.skills.world.Pose;
import java.nio.ByteBuffer;

/**
 * One picture of the robot's camera.
 *
 * @param timeS robot time, seconds
 * @param widthPx columns
 * @param heightPx rows
 * @param rgb three bytes a pixel, row by row from the top; not changed once handed over
 * @param focalPx focal length in pixels, the same along both axes; the centre is in the middle
 * @param optical pose of the optical frame (REP-103: x right, y down, z forward), map frame
 */
public record CameraFrame(
    double timeS, int widthPx, int heightPx, ByteBuffer rgb, double focalPx, Pose optical) {}
