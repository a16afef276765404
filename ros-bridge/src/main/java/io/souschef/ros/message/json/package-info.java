/** Messages as rosbridge writes them. */
@NullMarked
package io.souschef.ros.message.json;

import org.jspecify.annotations.NullMarked;
