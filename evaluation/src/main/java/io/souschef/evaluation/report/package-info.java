/** Runs for people to read: a self-contained HTML page, and tables for Markdown pages. */
@NullMarked
package io.souschef.evaluation.report;

import org.jspecify.annotations.NullMarked;
