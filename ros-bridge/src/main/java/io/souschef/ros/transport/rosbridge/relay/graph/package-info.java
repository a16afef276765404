/** What clients of the relay offer, ask for and hear, whatever carries it. */
@NullMarked
package io.souschef.ros.transport.rosbridge.relay.graph;

import org.jspecify.annotations.NullMarked;
