/** Conditions over that world, as skills.yaml writes them. */
@NullMarked
package io.souschef.skills.effect.condition;

import org.jspecify.annotations.NullMarked;
