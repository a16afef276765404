package io.souschef.sim.kitchen.shape;

import static org.assertj.core.api.Assertions.assertThat;

import io.souschef.skills.world.Pose;
import org.junit.jupiter.api.Test;

class FootprintTest {

  private final Shape bar = new Shape.Box(0.4, 0.1, 0.1);
  private final Shape can = new Shape.Cylinder(0.05, 0.1);

  @Test
  void discsOverlapWhenNearerThanTheirRadii() {
    assertThat(overlap(can, at(0, 0, 0), can, at(0.099, 0, 0), 0)).isTrue();
    assertThat(overlap(can, at(0, 0, 0), can, at(0.101, 0, 0), 0)).isFalse();
    assertThat(overlap(can, at(0, 0, 0), can, at(0.101, 0, 0), 0.01)).isTrue();
  }

  @Test
  void aTurnedBoxReachesWhereItsLengthPoints() {
    assertThat(overlap(bar, at(0, 0, 0), bar, at(0, 0.15, 0), 0)).isFalse();
    assertThat(overlap(bar, at(0, 0, Math.PI / 2), bar, at(0, 0.15, 0), 0)).isTrue();
    assertThat(overlap(bar, at(0, 0, 0), can, at(0.26, 0, 0), 0)).isFalse();
    assertThat(overlap(bar, at(0, 0, 0), can, at(0.24, 0, 0), 0)).isTrue();
    assertThat(overlap(can, at(0, 0.11, 0), bar, at(0, 0, 0), 0)).isFalse();
  }

  @Test
  void aDiscInsideABoxOverlapsIt() {
    assertThat(overlap(new Shape.Box(1, 1, 1), at(0, 0, 0), can, at(0.1, 0.2, 0), 0)).isTrue();
  }

  @Test
  void whatStandsOnTopDoesNotOverlap() {
    Pose above = Pose.upright(0, 0, 0.1, 0);
    assertThat(overlap(can, at(0, 0, 0), can, above, 0.05)).isFalse();
  }

  private static boolean overlap(Shape a, Pose poseA, Shape b, Pose poseB, double gap) {
    Footprint first = Footprint.of(a, poseA);
    Footprint second = Footprint.of(b, poseB);
    assertThat(second.overlaps(first, gap)).isEqualTo(first.overlaps(second, gap));
    return first.overlaps(second, gap);
  }

  private static Pose at(double x, double y, double yaw) {
    return Pose.upright(x, y, 0, yaw);
  }
}
