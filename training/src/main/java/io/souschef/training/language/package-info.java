/** How the embedded language model is made: text, corpus, network, training, export. */
@NullMarked
package io.souschef.training.language;

import org.jspecify.annotations.NullMarked;
