/** How good the value function is: metrics, plots, and their section of the results page. */
@NullMarked
package io.souschef.training.affordance.evaluation;

import org.jspecify.annotations.NullMarked;
