/** Tokens: those of a prompt, the tree of what may follow them, and the search in it. */
@NullMarked
package io.souschef.models.language.token;

import org.jspecify.annotations.NullMarked;
