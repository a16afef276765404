/** Who watches and steers, and what each of them may do. */
@NullMarked
package io.souschef.web.live.people;

import org.jspecify.annotations.NullMarked;
