/** A conversation with the robot in the terminal. */
@NullMarked
package io.souschef.app.chat;

import org.jspecify.annotations.NullMarked;
