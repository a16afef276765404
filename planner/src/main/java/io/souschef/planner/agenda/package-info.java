/**
 * In which order the parts of a request are done: what its words demand and what its parts do to
 * each other stays in order, the rest goes by what it is expected to cost.
 */
@NullMarked
package io.souschef.planner.agenda;

import org.jspecify.annotations.NullMarked;
