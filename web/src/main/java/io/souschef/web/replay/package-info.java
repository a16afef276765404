/** An episode put together from its files, so that it can be shown again. */
@NullMarked
package io.souschef.web.replay;

import org.jspecify.annotations.NullMarked;
