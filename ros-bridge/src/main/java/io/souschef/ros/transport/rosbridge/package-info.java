/**
 * The rosbridge v2 protocol, JSON over WebSocket: a client for a robot that runs rosbridge_suite,
 * and a small server of our own ({@link RosbridgeRelay}) where there is none.
 */
@NullMarked
package io.souschef.ros.transport.rosbridge;

import io.souschef.ros.transport.rosbridge.relay.RosbridgeRelay;
import org.jspecify.annotations.NullMarked;
