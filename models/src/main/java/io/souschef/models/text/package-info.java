/** Sentences as vectors, for a value function that reads skills, objects and places as words. */
@NullMarked
package io.souschef.models.text;

import org.jspecify.annotations.NullMarked;
