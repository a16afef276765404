/** The physics. */
@NullMarked
package io.souschef.app.bench.sim;

import org.jspecify.annotations.NullMarked;
