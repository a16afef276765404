/**
 * What a robot can be asked to do: skill templates read from {@code skills.yaml}, and their
 * grounding over the words of a kitchen. Neither a model nor native code lives here; every other
 * module stands on this one.
 */
@NullMarked
package io.souschef.skills;

import org.jspecify.annotations.NullMarked;
