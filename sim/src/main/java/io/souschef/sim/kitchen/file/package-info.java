/**
 * Reads catalogs, kitchens and scenes from YAML and says what is wrong with a file: its name, the
 * line, the field, and how to mend it.
 */
@NullMarked
package io.souschef.sim.kitchen.file;

import org.jspecify.annotations.NullMarked;
