/** From a skill's words to commands, and from their results to a skill's result. */
@NullMarked
package io.souschef.ros.mapping;

import org.jspecify.annotations.NullMarked;
