package io.souschef.web.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.souschef.sim.kitchen.shape.Rgb;
import io.souschef.sim.kitchen.shape.Shape;
import io.souschef.sim.picture.PlacedShape;
import io.souschef.skills.world.Pose;
import io.souschef.web.live.people.Broadcast;
import io.souschef.web.live.people.Viewer;
import io.souschef.web.replay.SceneJson;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BroadcastTest {

  private final Broadcast broadcast = new Broadcast(SceneJson.JSON.createObjectNode(), gone -> {});
  private final Listening ann = new Listening("ann");

  @AfterEach
  void close() {
    broadcast.close();
  }

  private static List<PlacedShape> ballAt(double x) {
    Pose pose = Pose.upright(x, 0, 0, 0);
    return List.of(new PlacedShape("ball", new Shape.Sphere(0.1), pose, new Rgb(9, 9, 9)));
  }

  private void giveWanted(double x) throws InterruptedException {
    while (!broadcast.wantsFrame()) {
      Thread.sleep(1);
    }
    broadcast.frame(x, ballAt(x));
  }

  private JsonNode frameAt(double x) throws InterruptedException {
    return ann.hear(m -> m.path("type").asText().equals("frame") && m.path("t").asDouble() == x);
  }

  @Test
  void a_picture_is_wanted_again_and_again_and_every_one_of_these_is_shown()
      throws InterruptedException {
    broadcast.join(ann);
    for (int x = 1; x <= 10; x++) {
      giveWanted(x);
      JsonNode frame = frameAt(x);
      assertThat(x == 1 ? frame.at("/new/0/pose/0") : frame.at("/poses/ball/0"))
          .isEqualTo(SceneJson.JSON.getNodeFactory().numberNode((double) x));
    }
  }

  @Test
  void the_last_picture_is_shown_though_nobody_asked_for_it() throws InterruptedException {
    broadcast.join(ann);
    giveWanted(1);
    for (int x = 2; x <= 50; x++) {
      broadcast.frame(x, ballAt(x));
    }
    assertThat(frameAt(50).path("type").asText()).isEqualTo("frame");
  }

  @Test
  void whoever_comes_while_all_stands_still_is_shown_it() throws InterruptedException {
    giveWanted(1);
    broadcast.join(ann);
    assertThat(frameAt(1).path("new")).hasSize(1);
  }

  @Test
  void a_viewer_whose_wire_breaks_blinds_nobody_else() throws InterruptedException {
    Listening closed = new Listening("broken");
    broadcast.join(
        new Viewer() {
          @Override
          public String name() {
            return "broken";
          }

          @Override
          public void send(String json, Runnable sent) {
            throw new IllegalStateException("This wire is broken");
          }

          @Override
          public void close(String why) {
            closed.close(why);
          }
        });
    broadcast.join(ann);

    broadcast.tell(SceneJson.JSON.createObjectNode().put("type", "news"));
    giveWanted(1);

    assertThat(ann.hear(m -> m.path("type").asText().equals("news"))).isNotEmpty();
    assertThat(frameAt(1).path("new")).hasSize(1);
    closed.hear(m -> m.path("type").asText().equals("closed"));
  }
}
