package io.souschef.app.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import io.souschef.sim.kitchen.shape.Rgb;
import io.souschef.sim.kitchen.shape.Shape;
import io.souschef.sim.picture.PlacedShape;
import io.souschef.skills.world.Pose;
import org.junit.jupiter.api.Test;

class SolidsTest {

  private static final PlacedShape BOARD = solid(new Shape.Box(1, 1, 0.04), 0, 0.7);

  private static PlacedShape solid(Shape shape, double x, double z) {
    return new PlacedShape("solid", shape, Pose.upright(x, 0, z, 0.3), new Rgb(1, 1, 1));
  }

  @Test
  void whatStandsOnABoardIsNotInIt() {
    Shape can = new Shape.Cylinder(0.03, 0.12);
    assertThat(Solids.isInside(solid(can, 0, 0.78), BOARD)).isFalse();
    assertThat(Solids.isInside(solid(can, 0, 0.777), BOARD)).isFalse();
  }

  @Test
  void whatReachesIntoABoardOrStandsWithinItIsSeen() {
    assertThat(Solids.isInside(solid(new Shape.Cylinder(0.03, 0.12), 0, 0.765), BOARD)).isTrue();
    assertThat(Solids.isInside(solid(new Shape.Sphere(0.01), 0, 0.7), BOARD)).isTrue();
    assertThat(Solids.isInside(solid(new Shape.Box(0.02, 0.02, 2), 0.2, 0.7), BOARD)).isTrue();
    assertThat(Solids.isInside(solid(new Shape.Sphere(0.01), 2, 0.7), BOARD)).isFalse();
  }
}
