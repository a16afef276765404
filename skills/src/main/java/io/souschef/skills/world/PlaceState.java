package io.souschef.skills.world;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What the robot knows about a place.
 *
 * @param place the place
 * @param open whether its door, lid or drawer stands open as last seen; empty when unknown or when
 *     it has none
 * @param lastLookedS robot time of the last look at its inside or surface, seconds; empty when
 *     never
 */
public record PlaceState(Place place, Optional<Boolean> open, OptionalDouble lastLookedS) {}
