/** The pages themselves: what a browser is given. */
@NullMarked
package io.souschef.web.page;

import org.jspecify.annotations.NullMarked;
