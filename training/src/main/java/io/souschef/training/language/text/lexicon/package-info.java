/** Words of the corpus and what is known of them. */
@NullMarked
package io.souschef.training.language.text.lexicon;

import org.jspecify.annotations.NullMarked;
