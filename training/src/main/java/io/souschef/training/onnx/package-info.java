/** Writing ONNX files: a graph node by node, on the protobuf classes of Tribuo. */
@NullMarked
package io.souschef.training.onnx;

import org.jspecify.annotations.NullMarked;
