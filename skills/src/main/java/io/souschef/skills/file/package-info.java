/** Files that are named by people: read within bounds, written whole or not at all. */
@NullMarked
package io.souschef.skills.file;

import org.jspecify.annotations.NullMarked;
