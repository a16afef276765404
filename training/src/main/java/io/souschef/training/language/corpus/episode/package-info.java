/** Episodes of a robot that does what was wanted. */
@NullMarked
package io.souschef.training.language.corpus.episode;

import org.jspecify.annotations.NullMarked;
