/** How people word what they want. */
@NullMarked
package io.souschef.training.language.corpus.wording;

import org.jspecify.annotations.NullMarked;
