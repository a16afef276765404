/** What people wait for, beside others' ways of doing the same on this machine. */
@NullMarked
package io.souschef.app.bench.peer;

import org.jspecify.annotations.NullMarked;
