package io.souschef.sim.kitchen.file;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.souschef.sim.kitchen.RobotTraits;
import io.souschef.sim.kitchen.RobotTraits.Lens;
import io.souschef.sim.kitchen.SensorNoise;
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

  record Start(
      @Nullable String at,
      @Nullable String holding,
      @Nullable CameraEntry camera,
      @Nullable NoiseEntry noise,
      @JsonProperty("lifts_kg") @Nullable Double liftsKg) {

    static final Start USUAL = new Start(null, null, null, null, null);

    /** What the robot is like: what is not said is as usual. */
    RobotTraits traits() {
      RobotTraits usual = RobotTraits.STANDARD;
      return new RobotTraits(
          camera == null ? usual.lens() : camera.lens(),
          noise == null ? usual.noise() : noise.noise(),
          or(liftsKg, usual.liftsKg()));
    }
  }

  record CameraEntry(
      @JsonProperty("across_deg") @Nullable Double acrossDeg,
      @JsonProperty("up_deg") @Nullable Double upDeg,
      @JsonProperty("range_m") @Nullable Double rangeM) {

    Lens lens() {
      Lens usual = Lens.STANDARD;
      return new Lens(
          acrossDeg == null ? usual.acrossRad() : Math.toRadians(acrossDeg),
          upDeg == null ? usual.upRad() : Math.toRadians(upDeg),
          or(rangeM, usual.rangeM()));
    }
  }

  record NoiseEntry(
      @JsonProperty("position_m") @Nullable Double positionM,
      @JsonProperty("position_per_m") @Nullable Double positionPerM,
      @JsonProperty("yaw_deg") @Nullable Double yawDeg,
      @JsonProperty("size_share") @Nullable Double sizeShare,
      @JsonProperty("miss_share") @Nullable Double missShare) {

    SensorNoise noise() {
      SensorNoise usual = SensorNoise.STANDARD;
      return new SensorNoise(
          or(positionM, usual.positionM()),
          or(positionPerM, usual.positionPerM()),
          yawDeg == null ? usual.yawRad() : Math.toRadians(yawDeg),
          or(sizeShare, usual.sizeShare()),
          or(missShare, usual.missShare()));
    }
  }

  private static double or(@Nullable Double said, double usual) {
    return said == null ? usual : said;
  }

  record Thing(
      String kind,
      @Nullable String at,
      @Nullable List<Double> pose,
      @Nullable Integer count,
      @Nullable Boolean fallen) {}
}
