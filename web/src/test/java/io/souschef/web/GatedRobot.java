package io.souschef.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.sim.SimulatedRobot;
import io.souschef.skills.GroundedSkill;
import io.souschef.skills.execution.ForwardingRobot;
import io.souschef.skills.execution.Progress;
import io.souschef.skills.execution.SkillResult;
import io.souschef.skills.failure.FailureReason;
import io.souschef.skills.failure.InvalidInputException;
import io.souschef.skills.world.Observation;
import io.souschef.web.live.LiveRobot;
import io.souschef.web.live.body.RobotControl;
import io.souschef.web.live.people.Confirmations;
import io.souschef.web.replay.SceneJson;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A robot behind a gate, as real ones are: one command for each skill, which is asked about. */
public final class GatedRobot extends ForwardingRobot implements RobotControl {

  private final Confirmations confirmations = new Confirmations(false);
  private final List<String> sent = new CopyOnWriteArrayList<>();
  private volatile boolean armed = true;
  private volatile boolean mayArm = true;
  private volatile boolean working;
  private volatile @Nullable Observation seen;

  public GatedRobot() {
    super(body());
  }

  private static SimulatedRobot body() {
    return Kitchens.small().open("test", 1);
  }

  /** Puts it before those who look on. */
  public LiveRobot open(Path out) {
    return new LiveRobot(this, this, confirmations, Map.of("robot", "a robot"), out);
  }

  /** The skills whose command went out. */
  public List<String> sent() {
    return sent;
  }

  public void mayArm(boolean may) {
    mayArm = may;
  }

  public boolean isArmed() {
    return armed;
  }

  /** Perceives by itself, so that it can be asked at any time; the body can only between skills. */
  @Override
  public Observation observe() {
    Observation last = seen;
    return last != null && working ? last : look();
  }

  private Observation look() {
    Observation now = super.observe();
    seen = now;
    return now;
  }

  @Override
  public SkillResult execute(GroundedSkill skill, Consumer<Progress> progress) {
    if (!armed) {
      return new SkillResult.Failed(0, FailureReason.REJECTED, "it is not armed");
    }
    ObjectNode message = SceneJson.JSON.createObjectNode().put("goal", skill.text());
    if (!confirmations.allows(skill.text(), "/execute_skill", message)) {
      return new SkillResult.Failed(0, FailureReason.REJECTED, "Not sent: it was not confirmed");
    }
    sent.add(skill.text());
    working = true;
    try {
      return super.execute(skill, progress);
    } finally {
      working = false;
    }
  }

  @Override
  public void arm() {
    if (!mayArm) {
      throw new InvalidInputException("serve was started without --arm");
    }
    armed = true;
  }

  @Override
  public void hold(String why) {
    armed = false;
  }

  @Override
  public void describe(ObjectNode state) {
    state.put("armed", armed).put("mayArm", mayArm).put("link", "up").put("name", "robot.yaml");
    state.put("still", armed ? "" : "it was held in the page");
    state.put("eStop", "the e-stop topic /e_stop is published (1, std_msgs/msg/Bool)");
  }
}
