/**
 * What a robot is asked to do, and how one knows that it has: tasks, their suites and their checks.
 */
@NullMarked
package io.souschef.evaluation.task;

import org.jspecify.annotations.NullMarked;
