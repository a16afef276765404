/**
 * The network and its training: a prefix language model on MiniLM's layers, as a DJL block, with
 * its batches, weights and evaluation.
 */
@NullMarked
package io.souschef.training.language.model;

import org.jspecify.annotations.NullMarked;
