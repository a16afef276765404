/** How code of other people is found: providers behind {@link java.util.ServiceLoader}. */
@NullMarked
package io.souschef.skills.plugin;

import org.jspecify.annotations.NullMarked;
