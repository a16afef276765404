/** What both trainings need of PyTorch. */
@NullMarked
package io.souschef.training.torch;

import org.jspecify.annotations.NullMarked;
