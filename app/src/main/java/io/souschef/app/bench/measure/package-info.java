/** What was measured, and on what. */
@NullMarked
package io.souschef.app.bench.measure;

import org.jspecify.annotations.NullMarked;
