/** Programs that are followed step by step without being carried out: what each would do next. */
@NullMarked
package io.souschef.planner.course;

import org.jspecify.annotations.NullMarked;
