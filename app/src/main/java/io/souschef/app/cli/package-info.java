/** The commands of {@code souschef}. */
@NullMarked
package io.souschef.app.cli;

import org.jspecify.annotations.NullMarked;
