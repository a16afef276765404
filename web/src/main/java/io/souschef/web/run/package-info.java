/** Runs of many episodes, watched while they run. */
@NullMarked
package io.souschef.web.run;

import org.jspecify.annotations.NullMarked;
