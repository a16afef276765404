package io.souschef.training.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.souschef.training.language.AskingCurve.Point;
import io.souschef.training.language.Confidence.Reading;
import io.souschef.training.language.Confidence.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AskingCurveTest {

  /** Two meanings; the model is as often right as it says. */
  private static Confidence calibrated(int requests) {
    SplittableRandom random = new SplittableRandom(5);
    List<Request> all = new ArrayList<>();
    for (int i = 0; i < requests; i++) {
      double first = 0.5 + random.nextDouble() / 2;
      boolean right = random.nextDouble() < first;
      all.add(
          new Request(
              List.of(new Reading(first, right), new Reading(1 - first, !right)),
              right ? first : 1 - first,
              List.of(first, 1 - first)));
    }
    return new Confidence(all);
  }

  @Test
  void whatIsMeantIsCoveredAsOftenAsTheTargetSays() {
    AskingCurve curve = AskingCurve.of(calibrated(8000));
    assertThat(curve.points())
        .allSatisfy(point -> assertThat(point.covered()).isCloseTo(point.target(), within(0.03)));
  }

  @Test
  void higherTargetsAskMoreAndStepOverLess() {
    List<Point> points = AskingCurve.of(calibrated(8000)).points();
    Point low = points.stream().filter(p -> p.target() == 0.75).findFirst().orElseThrow();
    Point high = points.get(points.size() - 1);
    assertThat(high.help()).isGreaterThan(low.help());
    assertThat(high.overStep()).isLessThan(low.overStep());
    assertThat(high.success()).isGreaterThan(low.success());
  }

  @Test
  void thePictureHasALineForEachShare() {
    String svg = AskingPlot.svg(AskingCurve.of(calibrated(200)));
    assertThat(svg).contains(">success<", ">over-ask<", ">over-step<", ">covered<");
    assertThat(svg.split("<path d=\"M", -1)).hasSizeGreaterThan(10);
    assertThat(svg).doesNotContain("NaN");
  }
}
