/** Parameters that a node has on the graph: one server for all of them. */
@NullMarked
package io.souschef.ros.parameter;

import org.jspecify.annotations.NullMarked;
