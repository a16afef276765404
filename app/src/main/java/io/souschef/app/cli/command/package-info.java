/** The commands. */
@NullMarked
package io.souschef.app.cli.command;

import org.jspecify.annotations.NullMarked;
