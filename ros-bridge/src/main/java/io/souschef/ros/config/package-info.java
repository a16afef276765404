/**
 * A robot's own file: how to reach it, its words, what it perceives with, its limits, its skills.
 */
@NullMarked
package io.souschef.ros.config;

import org.jspecify.annotations.NullMarked;
