/** What stands between a plan and a machine that can hurt someone; always on. */
@NullMarked
package io.souschef.rosbridge.safety;

import org.jspecify.annotations.NullMarked;
