/** Episodes on Apache Spark: compiled only with the Maven profile {@code spark}. */
@NullMarked
package io.souschef.evaluation.spark;

import org.jspecify.annotations.NullMarked;
