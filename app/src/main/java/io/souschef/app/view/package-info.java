/** An episode as people see it: on the terminal while it runs, and as a page afterwards. */
@NullMarked
package io.souschef.app.view;

import org.jspecify.annotations.NullMarked;
