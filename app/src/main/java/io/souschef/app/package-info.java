/** Command line, evaluation and web view: the only place where all parts meet. */
@NullMarked
package io.souschef.app;

import org.jspecify.annotations.NullMarked;
