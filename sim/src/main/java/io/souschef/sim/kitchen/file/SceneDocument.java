package io.souschef.sim.kitchen.file;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A scene as a file writes it; the JSON Schema beside it says more. */
record SceneDocument(
    @Nullable String kitchen,
    @Nullable Start robot,
    @Nullable List<Thing> objects,
    @Nullable Map<String, String> doors,
    @Nullable List<DisturbanceEntry> disturbances) {

  record Start(@Nullable String at, @Nullable String holding) {}

  record Thing(
      String kind,
      @Nullable String at,
      @Nullable List<Double> pose,
      @Nullable Integer count,
      @Nullable Boolean fallen) {}
}
