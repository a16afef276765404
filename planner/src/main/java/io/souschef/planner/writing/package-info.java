/**
 * The port to models that write: text that goes on after a prompt, under a grammar where the model
 * can be held to one.
 */
@NullMarked
package io.souschef.planner.writing;

import org.jspecify.annotations.NullMarked;
