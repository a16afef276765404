/** A run that is looked at while it runs. */
@NullMarked
package io.souschef.evaluation.watch;

import org.jspecify.annotations.NullMarked;
