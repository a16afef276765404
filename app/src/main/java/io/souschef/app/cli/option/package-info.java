/** Options that several commands share. */
@NullMarked
package io.souschef.app.cli.option;

import org.jspecify.annotations.NullMarked;
