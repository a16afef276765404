package io.souschef.training.language.model.batch;

import io.souschef.models.language.prompt.EmbeddedPrompt;
import io.souschef.models.language.prompt.WordPieceTokenizer;
import io.souschef.models.language.token.PromptTokens;
import io.souschef.training.language.corpus.scene.Kitchen;
import io.souschef.training.language.corpus.wording.SkillWords;
import io.souschef.training.language.text.Request;
import io.souschef.training.language.text.lexicon.Lexicon;
import io.souschef.training.language.text.lexicon.Noun;
import io.souschef.training.language.text.lexicon.Spot;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Gathers the tokens that the output head is cut to. */
public final class OutputVocabulary {

  private OutputVocabulary() {}

  /** Tokens of every skill over the lexicon's words: the fixed part of a served model's head. */
  public static OutputTokens ofSkills(Lexicon lexicon, SkillWords words, EmbeddedPrompt prompt) {
    return new OutputTokens(skills(lexicon, words, prompt));
  }

  /** Tokens of programs in shorthand: over these the probability of a program is normalised. */
  public static OutputTokens ofMeanings(
      Lexicon lexicon, SkillWords words, EmbeddedPrompt prompt, List<PromptTokens> meanings) {
    SortedSet<Integer> tokens = skills(lexicon, words, prompt);
    add(tokens, meanings);
    return new OutputTokens(tokens);
  }

  /**
   * The same, and the tokens of all requests: training needs wrong words too, or else it would not
   * learn that a noun which it never saw in a plan is unlikely.
   *
   * @param meanings many of the programs that it is trained on
   */
  public static OutputTokens forTraining(
      Lexicon lexicon,
      List<Request> requests,
      SkillWords words,
      EmbeddedPrompt prompt,
      WordPieceTokenizer tokenizer,
      List<PromptTokens> meanings) {
    SortedSet<Integer> tokens = skills(lexicon, words, prompt);
    add(tokens, meanings);
    for (Request request : requests) {
      add(tokens, tokenizer.encode(request.instruction()));
    }
    return new OutputTokens(tokens);
  }

  private static SortedSet<Integer> skills(
      Lexicon lexicon, SkillWords words, EmbeddedPrompt prompt) {
    SortedSet<Integer> tokens = new TreeSet<>();
    add(tokens, prompt.skill(words.done()));
    add(tokens, prompt.skill(words.bring()));
    Spot somewhere = lexicon.spots().get(0);
    Noun other = lexicon.nouns().get(0);
    for (Noun noun : lexicon.nouns()) {
      for (String action : List.of("find", "pick_up", "put_down", "place_upright", "knock_over")) {
        add(tokens, prompt.skill(words.of(action, noun)));
      }
      add(tokens, prompt.skill(words.of("put", noun, somewhere)));
      add(tokens, prompt.skill(words.of("take_out", noun, somewhere)));
      if (!noun.equals(other)) {
        add(tokens, prompt.skill(words.near(noun, other)));
      }
    }
    for (Lexicon part : List.of(Kitchen.of(lexicon), Kitchen.anywhere(lexicon))) {
      for (Spot spot : part.spots()) {
        for (String action : List.of("go_to", "open", "close", "wipe")) {
          add(tokens, prompt.skill(words.of(action, spot)));
        }
        if (!spot.attributes().contains("person")) {
          add(tokens, prompt.skill(words.of("put", other, spot)));
        }
      }
    }
    return tokens;
  }

  private static void add(SortedSet<Integer> tokens, List<PromptTokens> meanings) {
    for (PromptTokens meaning : meanings) {
      meaning
          .skills()
          .forEach(span -> add(tokens, Arrays.copyOfRange(meaning.ids(), span.from(), span.to())));
    }
  }

  private static void add(SortedSet<Integer> tokens, int[] ids) {
    for (int id : ids) {
      tokens.add(id);
    }
  }
}
