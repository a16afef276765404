/**
 * What the robot takes to be so: what it perceived, what it did, what it has not looked into, and
 * what words mean there.
 */
@NullMarked
package io.souschef.planner.belief;

import org.jspecify.annotations.NullMarked;
