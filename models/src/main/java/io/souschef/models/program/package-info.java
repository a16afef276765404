/**
 * Writing programs with a small language model: the grammar of the shorthand over tokens, and a
 * beam search under it, so that whatever comes out is a legal program with a probability.
 */
@NullMarked
package io.souschef.models.program;

import org.jspecify.annotations.NullMarked;
