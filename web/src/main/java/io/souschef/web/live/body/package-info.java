/** What is driven: a simulated robot in a kitchen of its own, or somebody else's robot. */
@NullMarked
package io.souschef.web.live.body;

import org.jspecify.annotations.NullMarked;
