/**
 * The same kitchen without physics: every feasible skill works exactly by its effects. For judging
 * plans apart from their execution.
 */
@NullMarked
package io.souschef.sim.ideal;

import org.jspecify.annotations.NullMarked;
