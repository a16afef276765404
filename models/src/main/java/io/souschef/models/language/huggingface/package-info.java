/** Language models of other people in ONNX files, with their tokenizers. */
@NullMarked
package io.souschef.models.language.huggingface;

import org.jspecify.annotations.NullMarked;
