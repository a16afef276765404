package io.souschef.ros;

import io.souschef.ros.config.Perception;
import io.souschef.ros.config.RobotConfig;
import io.souschef.ros.config.Safety;
import java.nio.file.Path;

/** Robot files that are shipped. */
final class ShippedFile {

  private ShippedFile() {}

  static RobotConfig patient(String name) {
    return patient(RobotConfig.read(Path.of("examples", name)));
  }

  /** As it is shipped, but for machines on which news may take long to come. */
  private static RobotConfig patient(RobotConfig file) {
    Perception p = file.perception();
    Safety s = file.safety();
    return new RobotConfig(
        file.connection(),
        file.frames(),
        file.vocabulary(),
        new Perception(
            p.detections(),
            p.transforms(),
            p.state(),
            p.gripper(),
            p.complete(),
            20,
            p.standOffM(),
            20),
        new Safety(
            s.workspace(),
            s.maxSpeedMps(),
            s.maxTurnRadps(),
            s.maxPayloadKg(),
            30,
            20,
            30,
            1,
            s.eStop()),
        file.skills(),
        file.record());
  }
}
