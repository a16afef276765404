/** First robot files, from what a graph offers. */
@NullMarked
package io.souschef.ros.discovery;

import org.jspecify.annotations.NullMarked;
