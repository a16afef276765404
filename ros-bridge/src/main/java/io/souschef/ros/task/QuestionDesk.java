package io.souschef.ros.task;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.ros.event.Printable;
import io.souschef.ros.message.TypeName;
import io.souschef.ros.transport.RosTransport;
import io.souschef.ros.transport.RosTransport.Publication;
import io.souschef.ros.transport.RosTransport.Qos;
import io.souschef.ros.transport.RosTransport.Registration;
import io.souschef.skills.text.Shown;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What the robot asks other nodes, one question at a time: the topic {@code question} ({@code
 * souschef_msgs/msg/Question}, latched; one without an id says that nothing is asked any more) and
 * the service {@code answer} ({@code souschef_msgs/srv/Answer}). Asked on the thread of the task,
 * answered on any.
 */
public final class QuestionDesk implements AutoCloseable {

  public static final TypeName QUESTION = TypeName.of("souschef_msgs/msg/Question");
  public static final TypeName ANSWER = TypeName.of("souschef_msgs/srv/Answer");

  /** Longest answer that is taken, characters. */
  private static final int LONGEST = 1000;

  /** How soon it is noticed that nobody needs the answer any more. */
  private static final long LOOK_MS = 50;

  /** A question that waits; the first word on it counts, empty when it was given up. */
  private record Open(String id, String words, CompletableFuture<Optional<String>> answer) {}

  private final Duration within;
  private final AtomicReference<@Nullable Open> open = new AtomicReference<>();
  private final Publication questions;
  private final Registration answers;
  private volatile boolean closed;

  /**
   * Opens the desk.
   *
   * @param name full name of the node: {@code /souschef}
   * @param within how long a question waits for its answer; zero: nobody is asked
   */
  public QuestionDesk(RosTransport transport, String name, Duration within) {
    this.within = within;
    questions = transport.advertise(name + "/question", QUESTION, Qos.LATCHED);
    answers = transport.serve(name + "/answer", ANSWER, this::answer);
  }

  /**
   * Asks, and waits.
   *
   * @param options what is meant to be answered; anything where there are none
   * @param over whether nobody needs the answer any more
   * @return the answer; empty when nobody gave one in time, or the need for it is over
   * @throws IllegalStateException when another question is open
   */
  public Optional<String> ask(String words, List<String> options, BooleanSupplier over) {
    if (within.isZero()) {
      return Optional.empty();
    }
    Open asked =
        new Open(UUID.randomUUID().toString(), Printable.of(words), new CompletableFuture<>());
    if (!open.compareAndSet(null, asked)) {
      throw new IllegalStateException("Another question is open");
    }
    try {
      publish(asked.id(), asked.words(), options, within.toMillis() / 1000.0);
      return await(asked, over);
    } finally {
      open.set(null);
      if (!closed) {
        publish("", "", List.of(), 0);
      }
    }
  }

  private Optional<String> await(Open asked, BooleanSupplier over) {
    long since = System.nanoTime();
    boolean come = false;
    while (!come
        && !closed
        && !over.getAsBoolean()
        && System.nanoTime() - since < within.toNanos()) {
      come = hasCome(asked);
    }
    asked.answer().complete(Optional.empty()); // an answer from now on comes too late
    return over.getAsBoolean() ? Optional.empty() : asked.answer().join();
  }

  /** Waits a little. */
  private static boolean hasCome(Open asked) {
    try {
      asked.answer().get(LOOK_MS, TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true; // nobody waits any more
    } catch (ExecutionException e) {
      throw new IllegalStateException("An answer cannot fail", e);
    }
  }

  private void publish(String id, String words, List<String> options, double withinS) {
    ObjectNode message = JsonNodeFactory.instance.objectNode().put("id", id).put("words", words);
    ArrayNode all = message.putArray("options");
    options.forEach(option -> all.add(Shown.line(option.replace("\n", " "))));
    questions.publish(message.put("within", withinS));
  }

  /** The question that is open, in words. */
  public Optional<String> open() {
    return Optional.ofNullable(open.get()).map(Open::words);
  }

  private ObjectNode answer(ObjectNode request) {
    String fault =
        answer(request.path("id").asText("").strip(), request.path("words").asText("").strip());
    return JsonNodeFactory.instance
        .objectNode()
        .put("success", fault.isEmpty())
        .put("message", fault);
  }

  private String answer(String id, String words) {
    Open asked = open.get();
    if (asked == null) {
      return "nothing is asked now";
    }
    if (!id.isEmpty() && !id.equals(asked.id())) {
      return "the question '%s' is not open; '%s' is".formatted(Printable.of(id), asked.id());
    }
    if (words.isEmpty() || words.length() > LONGEST) {
      return "an answer has from 1 to %s characters, this one has %s"
          .formatted(LONGEST, words.length());
    }
    Optional<String> harmful = Shown.harmful(words);
    if (harmful.isPresent()) {
      return "the answer holds the control character %s; remove it".formatted(harmful.get());
    }
    return asked.answer().complete(Optional.of(words))
        ? ""
        : "the question is answered already, or was given up";
  }

  /** Gives up what is asked. */
  @Override
  public void close() {
    closed = true;
    answers.close();
    questions.close();
  }
}
