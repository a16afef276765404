/** What happens between planner and robot: every command with its reason, every stop. */
@NullMarked
package io.souschef.rosbridge.event;

import org.jspecify.annotations.NullMarked;
