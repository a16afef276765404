/** Who plans, as whoever steers has chosen. */
@NullMarked
package io.souschef.web.live.mind;

import org.jspecify.annotations.NullMarked;
