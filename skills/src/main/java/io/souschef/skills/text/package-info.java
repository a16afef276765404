/** Text from outside on its way to a person. */
@NullMarked
package io.souschef.skills.text;

import org.jspecify.annotations.NullMarked;
