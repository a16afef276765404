/** The commands that make models. */
@NullMarked
package io.souschef.app.cli.train;

import org.jspecify.annotations.NullMarked;
