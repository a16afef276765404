/** The network behind the value function: its data, training, calibration and export. */
@NullMarked
package io.souschef.training.affordance.model;

import org.jspecify.annotations.NullMarked;
