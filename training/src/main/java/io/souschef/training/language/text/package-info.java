/**
 * The written material: nouns and places with their attributes, requests with the programs that say
 * what they mean, and the filter that keeps evaluation instructions out.
 */
@NullMarked
package io.souschef.training.language.text;

import org.jspecify.annotations.NullMarked;
