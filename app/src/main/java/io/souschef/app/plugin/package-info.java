/** Ports that other people's jars implement, found and kept from breaking anything else. */
@NullMarked
package io.souschef.app.plugin;

import org.jspecify.annotations.NullMarked;
