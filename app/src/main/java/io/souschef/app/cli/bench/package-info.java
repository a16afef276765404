/** The command that measures. */
@NullMarked
package io.souschef.app.cli.bench;

import org.jspecify.annotations.NullMarked;
