/** What happens between planner and robot: every command with its reason, every stop. */
@NullMarked
package io.souschef.ros.event;

import org.jspecify.annotations.NullMarked;
