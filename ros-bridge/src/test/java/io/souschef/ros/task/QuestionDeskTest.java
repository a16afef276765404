package io.souschef.ros.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.ros.message.Distribution;
import io.souschef.ros.message.MessageCatalog;
import io.souschef.ros.transport.RosTransport;
import io.souschef.ros.transport.RosTransport.Qos;
import io.souschef.ros.transport.rosbridge.RelayFixture;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Questions that the robot asks on the graph. */
@Timeout(60)
class QuestionDeskTest {

  private static final MessageCatalog CATALOG = MessageCatalog.standard(Distribution.JAZZY);
  private static final String WHICH = "Which one do you mean?";

  private final RelayFixture relay = new RelayFixture();
  private final RosTransport node = relay.connect(CATALOG);
  private final RosTransport person = relay.connect(CATALOG);
  private final BlockingQueue<ObjectNode> heard = new LinkedBlockingQueue<>();
  private final AtomicBoolean over = new AtomicBoolean();
  private QuestionDesk desk = new QuestionDesk(node, "/souschef", Duration.ofSeconds(50));

  @AfterEach
  void close() {
    desk.close();
    person.close();
    node.close();
    relay.close();
  }

  private CompletableFuture<Optional<String>> ask() {
    return CompletableFuture.supplyAsync(() -> desk.ask(WHICH, List.of("coke", "tea"), over::get));
  }

  /** Listens, and returns the question once it was heard; in time or late makes no difference. */
  private ObjectNode hear() throws Exception {
    person.subscribe("/souschef/question", QuestionDesk.QUESTION, Qos.LATCHED, heard::add);
    return next(false);
  }

  private ObjectNode next(boolean none) throws Exception {
    ObjectNode message;
    do {
      message = heard.poll(20, TimeUnit.SECONDS);
      assertThat(message).as("a question").isNotNull();
    } while (message.path("id").asText().isEmpty() != none);
    return message;
  }

  private ObjectNode answer(String id, String words) throws Exception {
    ObjectNode request = JsonNodeFactory.instance.objectNode().put("id", id).put("words", words);
    return person
        .call("/souschef/answer", QuestionDesk.ANSWER, request, Duration.ofSeconds(20))
        .get();
  }

  private void assertRefused(ObjectNode answer, String because) {
    assertThat(answer.path("success").asBoolean()).isFalse();
    assertThat(answer.path("message").asText()).contains(because);
  }

  @Test
  void whoeverHearsAQuestionAnswersIt() throws Exception {
    CompletableFuture<Optional<String>> asked = ask();
    ObjectNode question = hear();
    assertThat(question.path("words").asText()).isEqualTo(WHICH);
    assertThat(question.path("options").toString()).isEqualTo("[\"coke\",\"tea\"]");
    assertThat(question.path("within").asDouble()).isEqualTo(50);
    assertThat(desk.open()).contains(WHICH);
    assertThat(answer(question.path("id").asText(), " the tea ").path("success").asBoolean())
        .isTrue();
    assertThat(asked.get(20, TimeUnit.SECONDS)).contains("the tea");
    next(true); // and everybody hears that it is over
    assertThat(desk.open()).isEmpty();
  }

  @Test
  void anAnswerThatNamesNoQuestionIsForTheOpenOne() throws Exception {
    CompletableFuture<Optional<String>> asked = ask();
    hear();
    assertThat(answer("", "coke").path("success").asBoolean()).isTrue();
    assertThat(asked.get(20, TimeUnit.SECONDS)).contains("coke");
  }

  @Test
  void anAnswerToNoQuestionAndToAnotherOneAreRefused() throws Exception {
    assertRefused(answer("", "coke"), "nothing is asked now");
    CompletableFuture<Optional<String>> asked = ask();
    hear();
    assertRefused(answer("of yesterday", "coke"), "'of yesterday' is not open");
    assertThat(asked).isNotDone();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "te\u001b[31ma", "tea\u202e", "one\ntwo"})
  void anAnswerThatIsNoneIsRefusedAndTheQuestionStaysOpen(String words) throws Exception {
    CompletableFuture<Optional<String>> asked = ask();
    hear();
    assertThat(answer("", words).path("success").asBoolean()).isFalse();
    assertThat(answer("", "x".repeat(1001)).path("success").asBoolean()).isFalse();
    assertThat(answer("", "x".repeat(1000)).path("success").asBoolean()).isTrue();
    assertThat(asked.get(20, TimeUnit.SECONDS)).contains("x".repeat(1000));
  }

  @Test
  void aQuestionThatNobodyNeedsAnyMoreEndsUnanswered() throws Exception {
    CompletableFuture<Optional<String>> asked = ask();
    hear();
    over.set(true);
    assertThat(asked.get(20, TimeUnit.SECONDS)).isEmpty();
    next(true);
    assertRefused(answer("", "coke"), "nothing is asked now");
  }

  @Test
  void nobodyAnswersInTime() throws Exception {
    desk.close();
    desk = new QuestionDesk(node, "/souschef", Duration.ofMillis(200));
    assertThat(ask().get(20, TimeUnit.SECONDS)).isEmpty();
    assertRefused(answer("", "coke"), "nothing is asked now");
    assertThat(ask().get(20, TimeUnit.SECONDS)).as("the next one").isEmpty();
  }

  @Test
  void theDeskIsClosedWhileItAsks() throws Exception {
    CompletableFuture<Optional<String>> asked = ask();
    hear();
    desk.close();
    assertThat(asked.get(20, TimeUnit.SECONDS)).isEmpty();
  }

  @Test
  void onlyOneQuestionIsOpen() throws Exception {
    CompletableFuture<Optional<String>> asked = ask();
    hear();
    assertThatThrownBy(() -> desk.ask("Another?", List.of(), over::get))
        .isInstanceOf(IllegalStateException.class);
    answer("", "coke");
    assertThat(asked.get(20, TimeUnit.SECONDS)).contains("coke");
  }
}
