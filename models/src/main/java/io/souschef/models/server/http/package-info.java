/** Talking to a server: bounded, patient, and with its key kept to its origin. */
@NullMarked
package io.souschef.models.server.http;

import org.jspecify.annotations.NullMarked;
