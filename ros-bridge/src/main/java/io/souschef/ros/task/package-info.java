/** A planner as a node among nodes: others ask it for tasks, hear how it decides, and stop it. */
@NullMarked
package io.souschef.ros.task;

import org.jspecify.annotations.NullMarked;
