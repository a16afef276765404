/** What a model reads, as words and as tokens. */
@NullMarked
package io.souschef.models.language.prompt;

import org.jspecify.annotations.NullMarked;
