/** Servers that tell the probability of tokens. */
@NullMarked
package io.souschef.models.server.scoring;

import org.jspecify.annotations.NullMarked;
