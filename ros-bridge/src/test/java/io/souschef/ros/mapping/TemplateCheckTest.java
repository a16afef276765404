package io.souschef.ros.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.souschef.ros.config.RobotConfig;
import io.souschef.skills.SkillLibrary;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A robot file whose references do not fit the skills is found out before anything moves. */
class TemplateCheckTest {

  private static List<String> faults(String from, String to) throws Exception {
    Path example = Path.of("examples", "nav2-gripper.yaml");
    String yaml =
        Files.readString(example)
            .replace("[interfaces]", "['%s']".formatted(Path.of("examples", "interfaces")));
    assertThat(yaml).contains(from);
    SkillMapping mapping = SkillMapping.of(RobotConfig.parse("robot", yaml.replace(from, to)));
    List<String> faults = new ArrayList<>(mapping.faults(SkillLibrary.standard().templates()));
    mapping
        .unused(SkillLibrary.standard().templates())
        .forEach(name -> faults.add("unused " + name));
    return faults;
  }

  @Test
  void aReferenceToAnArgumentThatTheSkillDoesNotHaveIsNamed() throws Exception {
    assertThat(faults("${here.pose}", "${place.pose}"))
        .containsExactly(
            "skills.put_down.commands[0]: '${place.pose}' means nothing for the skill 'put down {the object}', whose arguments are [object]");
  }

  @Test
  void whatAPlaceDoesNotHaveIsNamed() throws Exception {
    assertThat(faults("pose: \"${place.approach}\"", "pose: \"${place.size}\""))
        .isNotEmpty()
        .allMatch(fault -> fault.contains("is a place, which has no size"));
  }

  @Test
  void effectsLiftsAndPlacesThatAreNoneAreNamed() throws Exception {
    assertThat(faults("lifts: object", "lifts: thing"))
        .containsExactly(
            "skills.pick_up.lifts: the skill 'pick up {the object}' has no argument 'thing'; it has [object]");
    assertThat(faults("leaves_at: user", "leaves_at: moon"))
        .singleElement()
        .asString()
        .startsWith("skills.bring.leaves_at: 'moon' is neither a place, nor 'here'");
  }

  @Test
  void anEntryThatNoSkillUsesIsNamed() throws Exception {
    assertThat(faults("  put_down:", "  putt_down:")).containsExactly("unused putt_down");
  }
}
