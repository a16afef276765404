package io.souschef.sim.survey;

import java.util.Map;
import java.util.Optional;

/**
 * What came of trying everything at a place.
 *
 * @param place its name
 * @param kind what it is: surface, closable, ...
 * @param reachedShare part of its surfaces over which the hand can be brought, in [0, 1]
 * @param tried each action that makes sense there to why it did not work; empty where it did
 */
public record PlaceSurvey(
    String place, String kind, double reachedShare, Map<String, Optional<String>> tried) {}
