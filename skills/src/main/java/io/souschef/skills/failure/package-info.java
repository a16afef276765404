/**
 * What can go wrong, in words that people read: what somebody wrote, what the machine lacks, why a
 * skill did not work. Everything else may speak of it, so it stands on nothing.
 */
@NullMarked
package io.souschef.skills.failure;

import org.jspecify.annotations.NullMarked;
