package io.souschef.web.live;

import io.souschef.web.Kitchens;
import io.souschef.web.PlannedBrain;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A small kitchen at full speed that one person looks at and steers. */
abstract class OneViewer {

  @TempDir Path out;

  final PlannedBrain brain = new PlannedBrain();
  final Listening viewer = new Listening("ann");

  @SuppressWarnings("NullAway.Init")
  LiveKitchen kitchen;

  @SuppressWarnings("NullAway.Init")
  Commands commands;

  @BeforeEach
  void open() {
    kitchen = new LiveKitchen(Kitchens.small(), 1, Double.POSITIVE_INFINITY, out);
    commands = new Commands(kitchen, brain);
    brain.asks(kitchen.questions()::ask);
    kitchen.join(viewer);
  }

  @AfterEach
  void close() {
    kitchen.close();
  }

  void say(String json) {
    commands.accept("ann", json);
  }
}
