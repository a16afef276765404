/** Ways of base and arm that touch nothing. */
@NullMarked
package io.souschef.sim.body.plan;

import org.jspecify.annotations.NullMarked;
