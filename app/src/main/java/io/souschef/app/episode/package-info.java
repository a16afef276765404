/** One episode from a sentence to its folder: trace, pictures, page and summary. */
@NullMarked
package io.souschef.app.episode;

import org.jspecify.annotations.NullMarked;
