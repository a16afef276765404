/**
 * The robot as a port: it observes, executes one skill at a time, reports progress and a result.
 */
@NullMarked
package io.souschef.skills.execution;

import org.jspecify.annotations.NullMarked;
