/** Examples as numbers. */
@NullMarked
package io.souschef.training.language.model.batch;

import org.jspecify.annotations.NullMarked;
