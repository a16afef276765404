/** Hands pages and messages to browsers, with Jetty. Compiled only where Jetty is fetched. */
@NullMarked
package io.souschef.web.server;

import org.jspecify.annotations.NullMarked;
