/** What a robot perceives and has words for: poses, places, observed objects, observations. */
@NullMarked
package io.souschef.skills.world;

import org.jspecify.annotations.NullMarked;
