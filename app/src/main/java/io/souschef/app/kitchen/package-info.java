/** A user's own kitchen: a start to change, its pictures, and what the robot can do in it. */
@NullMarked
package io.souschef.app.kitchen;

import org.jspecify.annotations.NullMarked;
