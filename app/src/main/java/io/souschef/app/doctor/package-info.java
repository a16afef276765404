/** Whether this machine can run Souschef, and what to mend when it cannot. */
@NullMarked
package io.souschef.app.doctor;

import org.jspecify.annotations.NullMarked;
