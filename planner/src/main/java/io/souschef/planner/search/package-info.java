/** Thinking ahead in the belief over what skills declare: the cheapest way to something wanted. */
@NullMarked
package io.souschef.planner.search;

import org.jspecify.annotations.NullMarked;
