/** What all commands have: the terminal, signals, exit codes and the sentence for each mistake. */
@NullMarked
package io.souschef.app.cli.terminal;

import org.jspecify.annotations.NullMarked;
