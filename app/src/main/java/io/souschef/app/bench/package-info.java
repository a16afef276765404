/** Measurements of speed: each states what it did, how often, and how long it took. */
@NullMarked
package io.souschef.app.bench;

import org.jspecify.annotations.NullMarked;
