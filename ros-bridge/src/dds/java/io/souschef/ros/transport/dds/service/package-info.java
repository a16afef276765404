/** Services over DDS, each two topics, in the mappings of rmw_fastrtps and rmw_cyclonedds. */
@NullMarked
package io.souschef.ros.transport.dds.service;

import org.jspecify.annotations.NullMarked;
