/** ONNX graphs behind DJL's engine: opening them, what they take, and running them. */
@NullMarked
package io.souschef.models.onnx;

import org.jspecify.annotations.NullMarked;
