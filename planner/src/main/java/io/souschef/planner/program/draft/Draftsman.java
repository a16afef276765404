package io.souschef.planner.program.draft;

import io.souschef.planner.belief.Names;
import io.souschef.planner.program.script.ScriptGrammar;
import io.souschef.planner.program.script.ScriptReader;
import io.souschef.planner.writing.TextGenerator;
import io.souschef.planner.writing.TextGenerator.Request;
import io.souschef.planner.writing.TextGenerator.Written;
import io.souschef.skills.SkillLibrary;
import io.souschef.skills.world.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Lets a model that can write, write programs: several for each request, each checked, and mended
 * by the model itself where the check finds mistakes. Used by one thread at a time.
 */
public final class Draftsman {

  private static final int MOST_LINES = 20;

  private final TextGenerator generator;
  private final ScriptReader reader;
  private final DraftPrompt prompt;
  private final String grammar;
  private final Names names;
  private final Settings settings;
  private final Consumer<Attempt> listener;

  /**
   * How programs are written.
   *
   * @param samples programs drawn for a request at most, at least 1; the first is the likeliest
   * @param mends how often mistakes go back to the model for each of them, and how often a failure
   *     does; at least 0
   * @param temperature of the drawing, in [0, 2]
   * @param maxTokens length of a program at most
   */
  public record Settings(int samples, int mends, double temperature, int maxTokens) {

    public static final Settings STANDARD = new Settings(5, 2, 0.7, 320);

    public Settings {
      if (samples < 1 || mends < 0 || maxTokens < 1 || !(temperature >= 0 && temperature <= 2)) {
        throw new IllegalArgumentException(
            "Samples and tokens must be at least 1, mends at least 0, the temperature in [0, 2];"
                + " got"
                + " %s, %s, %s and %s".formatted(samples, maxTokens, mends, temperature));
      }
    }
  }

  /**
   * Prepares prompt and grammar.
   *
   * @param listener told of every text that the model writes, on the calling thread
   */
  public Draftsman(
      TextGenerator generator,
      SkillLibrary library,
      Vocabulary vocabulary,
      Settings settings,
      Consumer<Attempt> listener) {
    this.generator = generator;
    this.reader = ScriptReader.of(library, vocabulary);
    this.prompt = DraftPrompt.of(library, vocabulary);
    this.grammar = ScriptGrammar.gbnf(library, vocabulary, MOST_LINES, DraftPrompt.END);
    this.names = new Names(vocabulary);
    this.settings = settings;
    this.listener = listener;
  }

  /**
   * What a request may mean. No more is drawn when those that are left cannot change that the
   * likeliest is sure enough.
   *
   * @param confidence how sure it must be, in [0, 1]
   * @return likeliest first; none where nothing passed the check
   * @throws io.souschef.planner.usefulness.ScoringException when the model cannot answer
   */
  public List<Possible> understand(String request, double confidence) {
    List<Draft> drafts = new ArrayList<>();
    List<Possible> possible = List.of();
    for (int sample = 1; sample <= settings.samples(); sample++) {
      written(prompt.of(request), "", sample).ifPresent(drafts::add);
      possible = Possible.of(drafts, sample, names);
      if (isEnough(possible, sample, confidence)) {
        break;
      }
    }
    return possible;
  }

  /** Whether the likeliest would be sure enough if all that are left said something else. */
  private boolean isEnough(List<Possible> possible, int drawn, double confidence) {
    double all = settings.samples();
    double left = all - drawn;
    double legal = possible.stream().mapToDouble(Possible::probability).sum() * drawn + left;
    double agreed = possible.isEmpty() ? 0 : possible.get(0).probability() * drawn;
    return agreed / all >= confidence * Math.sqrt(legal / all) - 1e-9;
  }

  /**
   * Another program, after one that failed.
   *
   * @param failure line and reason
   * @param world what was done and how things are now
   * @return empty when nothing passes the check, or it is the same again
   * @throws io.souschef.planner.usefulness.ScoringException when the model cannot answer
   */
  public Optional<Draft> another(String request, Draft failed, String failure, String world) {
    String asked = prompt.after(prompt.of(request), failed.source(), failure, world);
    return written(asked, failure, 0)
        .filter(draft -> !draft.meaning(names).equals(failed.meaning(names)));
  }

  /** One program: the first attempt at it that passes. */
  private Optional<Draft> written(String first, String why, int sample) {
    String asked = first;
    String because = why;
    for (int number = 1; number <= 1 + settings.mends(); number++) {
      // The first of all is the likeliest; others are drawn, each in its own way.
      double temperature = sample <= 1 && number == 1 ? 0 : settings.temperature();
      Request request =
          Request.of(asked, settings.maxTokens(), List.of(DraftPrompt.END, DraftPrompt.REQUEST))
              .under(grammar)
              .drawn(temperature, 100L * sample + number);
      Written text = generator.write(request);
      String source = SourceText.of(text.text());
      ScriptReader.Reading reading = reader.read(source);
      listener.accept(
          new Attempt(sample, number, because, source, text.held(), reading.problems(), asked));
      if (reading.script().isPresent()) {
        return Optional.of(new Draft(source, reading.script().get(), reading.program()));
      }
      because = reading.problems().get(0).toString();
      asked = prompt.after(asked, source, reading.problems());
    }
    return Optional.empty();
  }
}
