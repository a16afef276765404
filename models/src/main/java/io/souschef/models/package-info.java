/**
 * What stands behind the two scores: language models and the affordance value function, served with
 * DJL.
 */
@NullMarked
package io.souschef.models;

import org.jspecify.annotations.NullMarked;
