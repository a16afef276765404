package io.souschef.ros;

import io.souschef.ros.config.RobotConfig;
import io.souschef.ros.event.RobotEvent;
import io.souschef.ros.mapping.MappedCommand;
import io.souschef.ros.perception.DetectionObserver;
import io.souschef.ros.safety.SafetyGate;
import io.souschef.ros.transport.RosTransport.Qos;
import io.souschef.skills.execution.SkillResult;
import io.souschef.skills.failure.FailureReason;
import java.util.function.Consumer;

/** A message that is published. */
final class TopicRun extends CommandRun {

  TopicRun(
      SafetyGate gate,
      DetectionObserver observer,
      RobotConfig config,
      MappedCommand command,
      String skill,
      Consumer<RobotEvent> events) {
    super(gate, observer, config, command, skill, events);
  }

  @Override
  SkillResult run(StepProgress progress) {
    try {
      gate.publish(
          command.name(),
          command.type(),
          Qos.of(config.connection(), entry.name(), Qos.RELIABLE),
          command.message());
    } catch (IllegalStateException e) {
      return failed(FailureReason.ROBOT_FAULT, String.valueOf(e.getMessage()));
    }
    return new SkillResult.Succeeded(elapsedS(), "sent");
  }
}
