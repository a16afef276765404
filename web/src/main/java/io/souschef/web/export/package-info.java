/** Episodes as files to send to somebody: a page, a moving picture, a picture. */
@NullMarked
package io.souschef.web.export;

import org.jspecify.annotations.NullMarked;
