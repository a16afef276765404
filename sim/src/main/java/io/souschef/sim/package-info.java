/** The JBullet kitchen and the simulated robot in it. */
@NullMarked
package io.souschef.sim;

import org.jspecify.annotations.NullMarked;
