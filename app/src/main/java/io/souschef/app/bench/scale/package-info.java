/** What grows how: homes with more and more in them, and suites with more and more episodes. */
@NullMarked
package io.souschef.app.bench.scale;

import org.jspecify.annotations.NullMarked;
