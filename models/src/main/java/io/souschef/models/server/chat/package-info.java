/** Servers that only talk: choices behind letters, and texts under a grammar. */
@NullMarked
package io.souschef.models.server.chat;

import org.jspecify.annotations.NullMarked;
