/** The skills beyond taking and putting down, each on what stands below. */
@NullMarked
package io.souschef.sim.behavior.skill;

import org.jspecify.annotations.NullMarked;
