/** What is logged, and how a line of it looks. */
@NullMarked
package io.souschef.app.log;

import org.jspecify.annotations.NullMarked;
