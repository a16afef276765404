/** Messages as DDS writes them. */
@NullMarked
package io.souschef.ros.message.cdr;

import org.jspecify.annotations.NullMarked;
