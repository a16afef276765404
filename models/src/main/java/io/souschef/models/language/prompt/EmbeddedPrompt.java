package io.souschef.models.language.prompt;

import io.souschef.models.language.token.PromptTokens;
import io.souschef.models.language.token.PromptTokens.Span;
import io.souschef.planner.usefulness.PlanPrompt;
import io.souschef.skills.failure.InvalidInputException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes a prompt the way the embedded model was trained to read it:
 *
 * <pre>[CLS] instruction [SEP] scene [SEP] find a coke . ( not found ) go to the table . done .
 * </pre>
 *
 * <p>Everything up to the second {@code [SEP]} is the prefix. Each piece is tokenized by itself, so
 * that a prompt's tokens are the beginning of the next step's. Serving and training share this
 * class.
 */
public final class EmbeddedPrompt {

  /** Entries of the position table: no prompt with its candidate may be longer. */
  public static final int POSITIONS = 512;

  /** Tokens kept free for a candidate, terminator included. */
  public static final int LONGEST_SKILL = 32;

  private static final int LONGEST_INSTRUCTION = 256;
  private static final int LONGEST_SCENE = 190;

  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPrompt.class);

  private final WordPieceTokenizer tokenizer;

  public EmbeddedPrompt(WordPieceTokenizer tokenizer) {
    this.tokenizer = tokenizer;
  }

  /**
   * The prompt before the next skill; or, when the last step is {@code done}, a whole episode.
   * Steps that no longer fit are dropped, oldest first.
   *
   * @return at most {@link #POSITIONS} - {@link #LONGEST_SKILL} tokens
   */
  public PromptTokens render(PlanPrompt prompt) {
    int[] prefix = prefix(prompt);
    Deque<Piece> steps = new ArrayDeque<>();
    int room = POSITIONS - LONGEST_SKILL - prefix.length;
    for (int i = prompt.steps().size() - 1; i >= 0; i--) {
      Piece piece = piece(prompt.steps().get(i), prompt.scene().isPresent());
      if (piece.length() > room) {
        LOG.debug("The prompt is full: the first {} steps are dropped", i + 1);
        break;
      }
      room -= piece.length();
      steps.addFirst(piece);
    }
    IntStream.Builder ids = IntStream.builder();
    Arrays.stream(prefix).forEach(ids);
    List<Span> skills = new ArrayList<>(steps.size());
    int at = prefix.length;
    for (Piece piece : steps) {
      Arrays.stream(piece.skill()).forEach(ids);
      Arrays.stream(piece.note()).forEach(ids);
      skills.add(new Span(at, at + piece.skill().length));
      at += piece.length();
    }
    return new PromptTokens(ids.build().toArray(), prefix.length, skills);
  }

  /**
   * A candidate's tokens, terminator included.
   *
   * @throws InvalidInputException when the words are too many for the model
   */
  public int[] skill(String text) {
    int[] words = tokenizer.encode(text);
    if (words.length == 0 || words.length >= LONGEST_SKILL) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT,
              "Skill '%s' has %d tokens; the embedded language model takes 1 to %d, so word it"
                  + " shorter",
              text,
              words.length,
              LONGEST_SKILL - 1));
    }
    int[] ids = Arrays.copyOf(words, words.length + 1);
    ids[words.length] = WordPieceTokenizer.PERIOD;
    return ids;
  }

  /** An instruction's tokens; of one that is too long the middle is left out. */
  static int[] instruction(String text, WordPieceTokenizer tokenizer) {
    int[] words = tokenizer.encode(text);
    if (words.length <= LONGEST_INSTRUCTION) {
      return words;
    }
    LOG.warn(
        "The instruction has {} tokens; its middle is left out to keep {}",
        words.length,
        LONGEST_INSTRUCTION);
    int half = LONGEST_INSTRUCTION / 2;
    return IntStream.concat(
            Arrays.stream(words, 0, half), Arrays.stream(words, words.length - half, words.length))
        .toArray();
  }

  private int[] prefix(PlanPrompt prompt) {
    int[] instruction = instruction(prompt.instruction(), tokenizer);
    int[] scene = prompt.scene().map(SceneWords::of).map(tokenizer::encode).orElse(new int[0]);
    IntStream.Builder ids = IntStream.builder();
    ids.add(WordPieceTokenizer.CLS);
    Arrays.stream(instruction).forEach(ids);
    ids.add(WordPieceTokenizer.SEP);
    Arrays.stream(scene).limit(LONGEST_SCENE).forEach(ids);
    ids.add(WordPieceTokenizer.SEP);
    return ids.build().toArray();
  }

  private Piece piece(PlanPrompt.Step step, boolean tellsNotes) {
    Optional<String> note = tellsNotes ? SceneWords.note(step) : Optional.empty();
    return new Piece(skill(step.skill()), note.map(tokenizer::encode).orElse(new int[0]));
  }

  @SuppressWarnings("ArrayRecordComponent")
  private record Piece(int[] skill, int[] note) {
    int length() {
      return skill.length + note.length;
    }
  }
}
