/**
 * Say: language models served in this process. Prompts become token ids, candidates a token trie,
 * and a decoder graph on ONNX Runtime scores them; the exact best candidate is found without
 * scoring all.
 */
@NullMarked
package io.souschef.models.language;

import org.jspecify.annotations.NullMarked;
