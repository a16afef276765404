/** From trained weights to the shipped file: the graph, the check against training, the card. */
@NullMarked
package io.souschef.training.language.export;

import org.jspecify.annotations.NullMarked;
