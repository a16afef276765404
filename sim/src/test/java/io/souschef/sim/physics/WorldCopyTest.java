package io.souschef.sim.physics;

import static org.assertj.core.api.Assertions.assertThat;

import io.souschef.sim.kitchen.ObjectKind;
import io.souschef.sim.physics.part.Body;
import io.souschef.sim.physics.part.BodySpec;
import io.souschef.skills.world.Pose;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class WorldCopyTest {

  private final BulletWorld world = BulletWorldTest.worldWithFloor();

  @Test
  void aCopyContinuesBitForBitAlsoOnOtherThreads() throws Exception {
    List<Body> bodies = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      bodies.add(add("can" + i, BulletWorldTest.CAN, 0.01 * i, 0.005 * i, 0.1 + 0.13 * i));
      bodies.add(add("apple" + i, BulletWorldTest.APPLE, 0.2 + 0.02 * i, 0, 0.1 + 0.1 * i));
    }
    for (int i = 0; i < 100; i++) {
      world.step();
    }
    try (var executor = closing(Executors.newFixedThreadPool(2))) {
      List<Future<List<Pose>>> futures = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        BulletWorld copy = world.copy();
        futures.add(executor.service().submit(() -> run(copy, bodies)));
      }
      List<Pose> original = run(world, bodies);
      for (Future<List<Pose>> future : futures) {
        assertThat(future.get()).isEqualTo(original);
      }
    }
  }

  private Body add(String id, ObjectKind kind, double x, double y, double z) {
    return world.add(BodySpec.loose(id, kind, Pose.upright(x, y, z, 0)));
  }

  private static List<Pose> run(BulletWorld world, List<Body> bodies) {
    for (int i = 0; i < 240; i++) {
      world.step();
    }
    return bodies.stream().map(world::pose).toList();
  }

  private record Pool(java.util.concurrent.ExecutorService service) implements AutoCloseable {
    @Override
    public void close() {
      service.shutdownNow();
    }
  }

  private static Pool closing(java.util.concurrent.ExecutorService service) {
    return new Pool(service);
  }
}
