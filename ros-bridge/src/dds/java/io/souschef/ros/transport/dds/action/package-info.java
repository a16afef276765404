/**
 * Actions over DDS, each three services and two topics, as the design article "Actions" has them.
 */
@NullMarked
package io.souschef.ros.transport.dds.action;

import org.jspecify.annotations.NullMarked;
