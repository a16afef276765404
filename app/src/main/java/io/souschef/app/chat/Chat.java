package io.souschef.app.chat;

import io.souschef.app.view.ConsoleView;
import io.souschef.app.view.DecisionView;
import io.souschef.app.view.Ink;
import io.souschef.planner.EpisodePlanner;
import io.souschef.planner.Instruction;
import io.souschef.planner.episode.EpisodeEvent;
import io.souschef.sim.SimulatedRobot;
import io.souschef.skills.failure.InvalidInputException;
import io.souschef.skills.text.Shown;
import io.souschef.skills.text.Suggestion;
import io.souschef.web.live.LiveKitchen;
import io.souschef.web.live.mind.Brain;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Requests one after the other in the same kitchen. Ctrl-C stops the robot; the conversation goes
 * on. Used by one thread, which reads; another drives the robot.
 */
public final class Chat {

  private static final String PROMPT = "> ";
  private static final int CANDIDATES = 12;
  private static final long GLANCE_MS = 50;

  private final LiveKitchen kitchen;
  private final EpisodePlanner planner;
  private final Asker asker;
  private final Lines lines;
  private final PrintWriter out;
  private final Ink ink;
  private final Function<RuntimeException, String> sentence;
  private volatile EpisodeEvent.@Nullable Decided last;
  private Optional<String> early = Optional.empty();
  private boolean over;

  /**
   * A conversation.
   *
   * @param planner which asks through {@code asker}
   * @param sentence what is said about something that broke down
   */
  public Chat(
      LiveKitchen kitchen,
      EpisodePlanner planner,
      Asker asker,
      Lines lines,
      PrintWriter out,
      Ink ink,
      Function<RuntimeException, String> sentence) {
    this.kitchen = kitchen;
    this.planner = planner;
    this.asker = asker;
    this.lines = lines;
    this.out = out;
    this.ink = ink;
    this.sentence = sentence;
  }

  /** Talks until the person has enough. */
  public void run() throws InterruptedException {
    lines.onInterrupt(this::stop);
    say("Say what you want; /help lists what else can be typed, /quit ends it.");
    while (!over) {
      Lines.Line line =
          early.isPresent() ? new Lines.Line(early, Lines.Nothing.END) : lines.read(PROMPT);
      early = Optional.empty();
      if (line.text().isPresent()) {
        hear(line.text().get().strip());
      } else if (line.why() == Lines.Nothing.INTERRUPTED) {
        say("The robot does nothing now; /quit ends the conversation.");
      } else {
        over = true;
      }
    }
  }

  /** Ends what the robot does; any thread. */
  public void stop() {
    kitchen.cancel();
    asker.giveUp();
  }

  private void hear(String words) throws InterruptedException {
    try {
      if (words.startsWith("/")) {
        obey(words);
      } else if (!words.isEmpty()) {
        carryOut(new Instruction(words));
      }
    } catch (InvalidInputException e) {
      say(String.valueOf(e.getMessage()));
    }
  }

  private void obey(String typed) {
    ChatWord word = ChatWord.of(typed).orElseThrow(() -> unknown(typed));
    switch (word) {
      case HELP -> {
        for (ChatWord each : ChatWord.values()) {
          out.println(String.format(Locale.ROOT, "  %-8s %s", each.typed(), each.meaning()));
        }
        out.println("  Ctrl-C   stops the robot");
      }
      case SCENE -> SceneText.of(now(SimulatedRobot::worldState)).forEach(l -> say("  " + l));
      case WHY -> why();
      case UNDO -> {
        kitchen.undo();
        last = null;
        SceneText.of(now(SimulatedRobot::worldState)).stream()
            .findFirst()
            .ifPresent(robot -> say("Everything is as it was before the last request: " + robot));
      }
      case QUIT -> over = true;
    }
    out.flush();
  }

  private static InvalidInputException unknown(String typed) {
    String first = typed.split("\\s", 2)[0];
    if (ChatWord.of(first).isPresent()) {
      return new InvalidInputException(
          "%s stands alone; leave out what is behind it".formatted(first));
    }
    String meant = Suggestion.question(typed, ChatWord.all());
    return new InvalidInputException(
        "There is no '%s'%s /help lists what there is"
            .formatted(typed, meant.isEmpty() ? ";" : meant));
  }

  private void why() {
    EpisodeEvent.Decided decided = last;
    if (decided == null) {
      throw new InvalidInputException("Nothing has been decided yet; ask for something first");
    }
    new DecisionView(out, ink).show(decided, CANDIDATES);
  }

  private void carryOut(Instruction instruction) throws InterruptedException {
    Consumer<EpisodeEvent> view =
        new ConsoleView(out, ink)
            .andThen(
                event -> {
                  if (event instanceof EpisodeEvent.Decided decided) {
                    last = decided;
                  }
                });
    Brain brain =
        (request, robot, about, listener) -> {
          try {
            return planner.run(request, robot, about, listener.andThen(view));
          } catch (RuntimeException e) {
            String told = sentence.apply(e);
            say(told);
            return new EpisodeEvent.Ended(EpisodeEvent.Outcome.ERROR, told, 0);
          }
        };
    kitchen.instruct(brain, instruction);
    CompletableFuture<Double> ended = kitchen.ask(SimulatedRobot::timeS);
    while (!ended.isDone()) {
      Asker.Question question = asker.next(GLANCE_MS);
      if (question != null) {
        put(question);
      }
    }
  }

  /** The view shows a question when it is answered; who must answer wants it before. */
  private void put(Asker.Question question) {
    say(question.text());
    for (int i = 0; i < question.options().size(); i++) {
      say(
          String.format(
              Locale.ROOT, "  %d  %s", i + 1, question.options().get(i).replace("\n", " ")));
    }
    Lines.Line line = lines.read("? ");
    Optional<String> answer = line.text().map(String::strip).filter(words -> !words.isEmpty());
    if (!question.isOpen()) {
      early = answer; // it was said to a robot that had been stopped
    } else if (line.text().isEmpty() && line.why() == Lines.Nothing.INTERRUPTED) {
      stop();
    }
    question.answer(answer);
  }

  private <T> T now(Function<SimulatedRobot, T> question) {
    try {
      return kitchen.ask(question).join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  private void say(String words) {
    out.println(Shown.line(words));
    out.flush();
  }
}
