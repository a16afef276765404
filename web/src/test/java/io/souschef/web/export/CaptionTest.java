package io.souschef.web.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.web.replay.Replay;
import io.souschef.web.replay.SceneJson;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What stands below the pictures of a GIF. */
class CaptionTest {

  private static Replay replay(String... events) {
    List<ObjectNode> read =
        Stream.of(events)
            .map(
                line -> {
                  try {
                    return (ObjectNode) SceneJson.JSON.readTree(line.replace('\'', '"'));
                  } catch (JsonProcessingException e) {
                    throw new AssertionError(line, e);
                  }
                })
            .toList();
    return new Replay(read, SceneJson.JSON.createObjectNode(), List.of(), true);
  }

  private static final Replay EPISODE =
      replay(
          "{'event':'started','t':0,'instruction':'bring me a coke'}",
          "{'event':'reached','t':1,'statement':'bring coke\\nmore'}",
          "{'event':'decided','t':2,'decision':{'chosen':{'skill':{'text':'find a"
              + " coke'}},'candidates':[{'skill':{'text':'find a"
              + " coke'},'say':0.5,'can':0.9,'combined':0.45},"
              + "{'skill':{'text':'done'},'say':0.2,'can':1,'combined':0.2},"
              + "{'skill':{'text':'a'},'say':0,'can':1,'combined':0},"
              + "{'skill':{'text':'b'},'say':0,'can':1,'combined':0}]}}",
          "{'event':'skill_started','t':2,'skill':{'text':'find a coke'}}",
          "{'event':'skill_ended','t':9,'result':{'outcome':'failed','message':'There is none'}}",
          "{'event':'asked','t':10,'question':'Tea instead?'}",
          "{'event':'told','t':11,'words':'There is no coke.'}",
          "{'event':'ended','t':12,'outcome':'GIVEN_UP','message':'no coke'}");

  @Test
  void it_tells_what_is_wanted_meant_done_and_why_at_each_moment() {
    assertThat(Caption.at(EPISODE, 0))
        .isEqualTo(new Caption("bring me a coke", "", "looks and thinks", List.of()));
    Caption working = Caption.at(EPISODE, 5);
    assertThat(working.meaning()).isEqualTo("bring coke");
    assertThat(working.doing()).isEqualTo("▶ find a coke");
    assertThat(working.bars()).hasSize(3);
    assertThat(working.bars().get(0))
        .isEqualTo(new Caption.Bar("find a coke", 0.5, 0.9, 0.45, true));
    assertThat(working.bars().get(1).chosen()).isFalse();
    assertThat(Caption.at(EPISODE, 9).doing()).isEqualTo("✗ There is none");
    assertThat(Caption.at(EPISODE, 10).doing()).isEqualTo("asks: Tea instead?");
    assertThat(Caption.at(EPISODE, 11).doing()).isEqualTo("says: There is no coke.");
    assertThat(Caption.at(EPISODE, 99).doing()).isEqualTo("✗ no coke");
  }

  private static BufferedImage painted(Caption caption, int rows) {
    BufferedImage picture = new BufferedImage(480, 100, BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < 480; x++) {
      for (int y = 0; y < 100; y++) {
        picture.setRGB(x, y, Color.PINK.getRGB());
      }
    }
    return CaptionPainter.below(picture, caption, rows);
  }

  private static long pixels(BufferedImage image, int rgb) {
    long found = 0;
    for (int x = 0; x < image.getWidth(); x++) {
      for (int y = 0; y < image.getHeight(); y++) {
        found += (image.getRGB(x, y) & 0xFFFFFF) == rgb ? 1 : 0;
      }
    }
    return found;
  }

  @Test
  void the_picture_stays_whole_above_and_all_captions_are_of_one_size() {
    BufferedImage empty = painted(Caption.at(EPISODE, 0), 3);
    BufferedImage full = painted(Caption.at(EPISODE, 5), 3);

    assertThat(full.getHeight()).isEqualTo(empty.getHeight()).isGreaterThan(100);
    assertThat(full.getWidth()).isEqualTo(480);
    assertThat(pixels(full, Color.PINK.getRGB() & 0xFFFFFF)).isEqualTo(48_000);
  }

  @Test
  void bars_are_as_long_as_their_numbers() {
    long half = pixels(painted(bar(0.5), 1), 0x3565C4);
    assertThat(half).isPositive();
    assertThat(pixels(painted(bar(1), 1), 0x3565C4)).isEqualTo(2 * half);
    assertThat(pixels(painted(bar(0), 1), 0x3565C4)).isZero();
    assertThat(pixels(painted(bar(7), 1), 0x3565C4)).isEqualTo(2 * half);
  }

  private static Caption bar(double say) {
    return new Caption("x", "", "y", List.of(new Caption.Bar("z", say, 0.1, 0.1, true)));
  }

  @Test
  void what_is_too_long_is_cut_off_within_the_picture() {
    String words = "W".repeat(500);
    Caption caption =
        new Caption(words, words, words, List.of(new Caption.Bar(words, 1, 1, 1, true)));

    BufferedImage image = painted(caption, 1);

    for (int y = 100; y < image.getHeight(); y++) {
      for (int x = image.getWidth() - 8; x < image.getWidth(); x++) {
        assertThat(image.getRGB(x, y) & 0xFFFFFF).as("%s, %s", x, y).isEqualTo(0xFFFFFF);
      }
    }
  }
}
