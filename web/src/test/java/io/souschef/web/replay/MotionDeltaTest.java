package io.souschef.web.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.sim.kitchen.shape.Rgb;
import io.souschef.sim.kitchen.shape.Shape;
import io.souschef.sim.picture.PlacedShape;
import io.souschef.skills.world.Pose;
import java.util.List;
import org.junit.jupiter.api.Test;

class MotionDeltaTest {

  private static final Rgb RED = new Rgb(255, 0, 0);

  private final MotionDelta delta = new MotionDelta();

  private static PlacedShape ball(String id, double x) {
    return new PlacedShape(id, new Shape.Sphere(0.1), Pose.upright(x, 0, 0, 0), RED);
  }

  @Test
  void what_stands_still_is_told_once() {
    assertThat(delta.next(List.of(ball("a", 1)))).isPresent();
    assertThat(delta.next(List.of(ball("a", 1.0001)))).isEmpty();
  }

  @Test
  void what_moves_comes_and_goes_is_told() {
    delta.next(List.of(ball("a", 1), ball("b", 2)));

    ObjectNode change = delta.next(List.of(ball("a", 1.5), ball("c", 3))).orElseThrow();

    assertThat(change.at("/poses/a/0").asDouble()).isEqualTo(1.5);
    assertThat(change.path("new")).hasSize(1);
    assertThat(change.at("/gone/0").asText()).isEqualTo("b");
  }

  @Test
  void what_looks_otherwise_under_the_same_name_is_new() {
    delta.next(List.of(ball("a", 1)));
    PlacedShape other = new PlacedShape("a", new Shape.Box(1, 1, 1), Pose.upright(1, 0, 0, 0), RED);

    assertThat(delta.next(List.of(other)).orElseThrow().path("new")).hasSize(1);
  }

  @Test
  void a_quaternion_and_its_negative_are_no_motion() {
    Pose turned = new Pose(1, 0, 0, 0, 0, 0.6, 0.8);
    Pose same = new Pose(1, 0, 0, 0, 0, -0.6, -0.8);
    Shape.Sphere shape = new Shape.Sphere(0.1);
    delta.next(List.of(new PlacedShape("a", shape, turned, RED)));

    assertThat(delta.next(List.of(new PlacedShape("a", shape, same, RED)))).isEmpty();
  }
}
