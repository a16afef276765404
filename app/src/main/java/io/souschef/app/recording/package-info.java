/** Episodes as MCAP files: while they go on, and afterwards from their traces. */
@NullMarked
package io.souschef.app.recording;

import org.jspecify.annotations.NullMarked;
