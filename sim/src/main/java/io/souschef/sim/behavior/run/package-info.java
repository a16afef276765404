/** What every skill has while it runs: the world, its clock, what it has noted and how it ends. */
@NullMarked
package io.souschef.sim.behavior.run;

import org.jspecify.annotations.NullMarked;
