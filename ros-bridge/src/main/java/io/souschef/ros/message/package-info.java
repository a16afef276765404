/**
 * ROS 2 messages without generated code: interface definitions read from {@code .msg}, {@code .srv}
 * and {@code .action} text at run time, messages as JSON objects, and their two wire forms: plain
 * CDR (XCDR1) for DDS and JSON for rosbridge.
 */
@NullMarked
package io.souschef.ros.message;

import org.jspecify.annotations.NullMarked;
