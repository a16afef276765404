/** Pictures of figures, as SVG. */
@NullMarked
package io.souschef.training.plot;

import org.jspecify.annotations.NullMarked;
