package io.souschef.app.cli.command;

import io.souschef.app.cli.option.HomeOptions;
import io.souschef.app.cli.terminal.Exit;
import io.souschef.app.cli.terminal.PrintedJson;
import io.souschef.sim.kitchen.Kitchen;
import io.souschef.skills.GroundedSkill;
import io.souschef.skills.SkillLibrary;
import io.souschef.skills.text.Counted;
import io.souschef.skills.world.Observation;
import io.souschef.skills.world.PlaceState;
import io.souschef.skills.world.Pose;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists what the robot can be asked to do before it has seen anything. */
@Command(
    name = "skills",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./souschef skills",
      "  ./souschef skills --kitchen home.yaml --json",
    },
    description = "Lists the grounded skills of a kitchen.")
public final class SkillsCommand implements Callable<Integer> {

  @SuppressWarnings("NullAway.Init")
  @Spec
  private CommandSpec spec;

  @Mixin private HomeOptions home = new HomeOptions();

  @Option(names = "--json", description = "Print as JSON.")
  private boolean json;

  @Override
  public Integer call() {
    SkillLibrary library = home.library();
    Kitchen kitchen = home.kitchen().read();
    List<GroundedSkill> skills = library.ground(kitchen.vocabulary(), nothingSeen(kitchen));
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(PrintedJson.of(skills));
    } else {
      skills.forEach(out::println);
      spec.commandLine().getErr().println(Counted.of(skills.size(), "skill"));
    }
    out.flush();
    return Exit.DONE;
  }

  private static Observation nothingSeen(Kitchen kitchen) {
    return new Observation(
        0,
        Pose.upright(0, 0, 0, 0),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        kitchen.places().stream()
            .map(place -> new PlaceState(place, Optional.empty(), OptionalDouble.empty()))
            .toList());
  }
}
