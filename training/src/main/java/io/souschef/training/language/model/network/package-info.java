/** The network, its shape and its weights. */
@NullMarked
package io.souschef.training.language.model.network;

import org.jspecify.annotations.NullMarked;
