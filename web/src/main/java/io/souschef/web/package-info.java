/**
 * Everything that is shown in a browser: the live kitchen, replays, and pages to send to somebody.
 */
@NullMarked
package io.souschef.web;

import org.jspecify.annotations.NullMarked;
