package io.souschef.models.program;

import io.souschef.planner.program.ProgramWriter.Written;
import io.souschef.skills.world.Vocabulary;
import java.util.List;

/** Writes programs with the embedded model's next tokens. Used by one thread at a time. */
public final class EmbeddedProgramWriter {

  private static final List<String> QUALITIES =
      List.of(
          ("food drink snack fruit vegetable soda juice water tea coffee alcohol milk chips candy bar"
                  + " chocolate dessert bakery dairy meat condiment grain breakfast meal salty sweet"
                  + " spicy sour sugary sugarfree caffeinated healthy refreshing energizing"
                  + " hydrating hot cold carbonated clear nutty vegan cleaning absorbent soap paper"
                  + " cloth dish cup cutlery cookware utensil sharp tool office writing electronics"
                  + " toy clothing bathroom medicine pet plant book recyclable compostable breakable"
                  + " heavy round soft openable can bottle bag box container light red green yellow"
                  + " orange brown blue white black purple pink")
              .split(" "));
  private static final List<String> PLACE_QUALITIES =
      List.of(
          ("surface container opens bin trash recycling compost room seat person kitchen office"
                  + " bathroom bedroom livingroom garden garage wipeable")
              .split(" "));

  private final Tokens tokens;
  private final int[] common;
  private final int width;

  /**
   * A writer.
   *
   * @param common token ids over which probabilities are normalised
   * @param width programs that are followed side by side, at least 1
   */
  public EmbeddedProgramWriter(Tokens tokens, int[] common, int width) {
    this.tokens = tokens;
    this.common = common.clone();
    this.width = width;
  }

  /** The likeliest programs, best first. */
  public List<Written> write(String instruction, Vocabulary vocabulary, NextTokens model) {
    Grammar grammar =
        new Grammar(
            WordsOfProgram.names(instruction, vocabulary),
            QUALITIES,
            WordsOfProgram.places(instruction, vocabulary),
            PLACE_QUALITIES,
            tokens);
    return new ProgramBeam(tokens, width).search(grammar, model, common);
  }
}
