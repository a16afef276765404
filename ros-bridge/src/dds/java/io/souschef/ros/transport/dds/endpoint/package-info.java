/**
 * Endpoints in a DDS domain, on the binding's native classes: what comes in and goes out as bytes.
 * Nothing outside this package touches the native library.
 */
@NullMarked
package io.souschef.ros.transport.dds.endpoint;

import org.jspecify.annotations.NullMarked;
