/** What a user forbids: rules in a file, held at the {@code Robot} port whoever plans. */
@NullMarked
package io.souschef.skills.policy;

import org.jspecify.annotations.NullMarked;
