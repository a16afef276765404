package io.souschef.app.cli.option;

import io.souschef.evaluation.Home;
import io.souschef.evaluation.Home.SkillsText;
import io.souschef.skills.SkillLibrary;
import io.souschef.skills.file.PlainFile;
import java.util.Map;
import picocli.CommandLine.Mixin;

/** Where it takes place and what the robot can do there. */
public final class HomeOptions {

  @Mixin private KitchenOption kitchen = new KitchenOption();

  @Mixin private SkillsOption skills = new SkillsOption();

  /**
   * What the options name, read now.
   *
   * @throws io.souschef.skills.failure.InvalidInputException when a file cannot be read
   */
  public Home read() {
    return new Home(
        kitchen.source(),
        Map.of(),
        skills
            .file()
            .map(
                file ->
                    new SkillsText(
                        file.toString(),
                        new PlainFile("Skills file", file).text(PlainFile.HAND_WRITTEN))));
  }

  public KitchenOption kitchen() {
    return kitchen;
  }

  public SkillLibrary library() {
    return skills.library();
  }
}
