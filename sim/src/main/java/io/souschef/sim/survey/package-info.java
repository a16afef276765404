/** What the robot can and cannot do in a kitchen, found out by trying it in the simulator. */
@NullMarked
package io.souschef.sim.survey;

import org.jspecify.annotations.NullMarked;
