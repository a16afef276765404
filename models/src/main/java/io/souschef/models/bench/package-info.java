/** Timings of the two models. */
@NullMarked
package io.souschef.models.bench;

import org.jspecify.annotations.NullMarked;
