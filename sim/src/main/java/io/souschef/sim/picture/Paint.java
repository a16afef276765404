package io.souschef.sim.picture;

import io.souschef.sim.kitchen.shape.Rgb;
import io.souschef.sim.kitchen.shape.Vec3;

/** The colour of a surface before light falls on it. */
@FunctionalInterface
interface Paint {

  Rgb at(Vec3 point, Vec3 normal);

  static Paint plain(Rgb color) {
    return (point, normal) -> color;
  }

  /** Light caps on small cylinders make cans look like cans. */
  static Paint lidded(Rgb color) {
    Rgb lid = mix(color, new Rgb(0xF2, 0xF2, 0xF2), 0.55);
    return (point, normal) -> normal.z() > 0.95 ? lid : color;
  }

  /** Large soft floor tiles with fine joints. */
  static Paint tiles() {
    Rgb light = new Rgb(0xEE, 0xEA, 0xE2);
    Rgb dark = new Rgb(0xE6, 0xE1, 0xD7);
    Rgb joint = new Rgb(0xD6, 0xD0, 0xC4);
    double tile = 0.5;
    double half = 0.006;
    return (point, normal) -> {
      double u = point.x() / tile;
      double v = point.y() / tile;
      double du = Math.abs(u - Math.rint(u)) * tile;
      double dv = Math.abs(v - Math.rint(v)) * tile;
      if (du < half || dv < half) {
        return joint;
      }
      return ((int) Math.floor(u) + (int) Math.floor(v)) % 2 == 0 ? light : dark;
    };
  }

  static Rgb mix(Rgb a, Rgb b, double part) {
    return new Rgb(
        (int) Math.round(a.red() + part * (b.red() - a.red())),
        (int) Math.round(a.green() + part * (b.green() - a.green())),
        (int) Math.round(a.blue() + part * (b.blue() - a.blue())));
  }
}
