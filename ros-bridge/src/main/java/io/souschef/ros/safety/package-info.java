/** What stands between a plan and a machine that can hurt someone; always on. */
@NullMarked
package io.souschef.ros.safety;

import org.jspecify.annotations.NullMarked;
