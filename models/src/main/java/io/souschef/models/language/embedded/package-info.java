/** The language model that Souschef ships. */
@NullMarked
package io.souschef.models.language.embedded;

import org.jspecify.annotations.NullMarked;
