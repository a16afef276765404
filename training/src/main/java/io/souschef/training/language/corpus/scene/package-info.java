/** Kitchens that text is told about. */
@NullMarked
package io.souschef.training.language.corpus.scene;

import org.jspecify.annotations.NullMarked;
