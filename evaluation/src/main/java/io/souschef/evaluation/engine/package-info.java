/** How episodes are run: one at a time by a runner, many at once by an engine. */
@NullMarked
package io.souschef.evaluation.engine;

import org.jspecify.annotations.NullMarked;
