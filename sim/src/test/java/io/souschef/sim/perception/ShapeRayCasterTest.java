package io.souschef.sim.perception;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.souschef.sim.kitchen.shape.Rgb;
import io.souschef.sim.kitchen.shape.Shape;
import io.souschef.sim.kitchen.shape.Vec3;
import io.souschef.sim.picture.PlacedShape;
import io.souschef.skills.world.Pose;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ShapeRayCasterTest {

  private static final Vec3 WEST = new Vec3(-2, 0, 0);
  private static final Vec3 EAST = new Vec3(2, 0, 0);

  @Test
  void aRayEntersEachShapeWhereItsSurfaceIs() {
    for (Shape shape :
        List.of(new Shape.Box(1, 1, 1), new Shape.Cylinder(0.5, 1), new Shape.Sphere(0.5))) {
      RayCaster rays = rays(shape, Pose.upright(0, 0, 0, 0));
      assertThat(rays.firstHit(WEST, EAST, Set.of()).orElseThrow().fraction())
          .isCloseTo(1.5 / 4, within(1e-9));
    }
  }

  @Test
  void aTurnedBoxIsHitAtItsCorner() {
    RayCaster rays = rays(new Shape.Box(1, 1, 1), Pose.upright(0, 0, 0, Math.PI / 4));
    assertThat(rays.firstHit(WEST, EAST, Set.of()).orElseThrow().fraction())
        .isCloseTo((2 - Math.sqrt(0.5)) / 4, within(1e-9));
  }

  @Test
  void aRayPassesAboveAndStopsShort() {
    RayCaster rays = rays(new Shape.Cylinder(0.5, 1), Pose.upright(0, 0, 0, 0));
    Vec3 up = new Vec3(0, 0, 0.6);
    assertThat(rays.firstHit(WEST.plus(up), EAST.plus(up), Set.of())).isEmpty();
    assertThat(rays.firstHit(WEST, new Vec3(-1, 0, 0), Set.of())).isEmpty();
    assertThat(rays.firstHit(new Vec3(0, 0, 3), new Vec3(0, 0, -3), Set.of()).orElseThrow())
        .isEqualTo(new RayCaster.Hit("a", 2.5 / 6));
  }

  @Test
  void theNearestIsHitAndIgnoredOnesAreNot() {
    PlacedShape near = placed("near", new Shape.Sphere(0.2), Pose.upright(-1, 0, 0, 0));
    PlacedShape far = placed("far", new Shape.Sphere(0.2), Pose.upright(1, 0, 0, 0));
    RayCaster rays = new ShapeRayCaster(List.of(far, near));
    assertThat(rays.firstHit(WEST, EAST, Set.of()).orElseThrow().id()).isEqualTo("near");
    assertThat(rays.firstHit(WEST, EAST, Set.of("near")).orElseThrow().id()).isEqualTo("far");
  }

  private static RayCaster rays(Shape shape, Pose pose) {
    return new ShapeRayCaster(List.of(placed("a", shape, pose)));
  }

  private static PlacedShape placed(String id, Shape shape, Pose pose) {
    return new PlacedShape(id, shape, pose, new Rgb(0, 0, 0));
  }
}
