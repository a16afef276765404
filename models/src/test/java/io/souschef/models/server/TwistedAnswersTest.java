package io.souschef.models.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.models.server.FakeServer.Api;
import io.souschef.models.server.http.RetryPolicy;
import io.souschef.planner.usefulness.ScoringException;
import io.souschef.planner.writing.TextGenerator.Request;
import io.souschef.skills.failure.InvalidInputException;
import io.souschef.skills.text.Shown;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Answers in which one value has become another: nothing false comes of them. */
class TwistedAnswersTest {

  private static final RetryPolicy POLICY =
      new RetryPolicy(Duration.ofSeconds(30), 2, Duration.ofMillis(1), Duration.ofSeconds(60));
  private static final String PROMPT = "Human: bring me a coke\nRobot: 1.";
  private static final List<String> SKILLS =
      List.of(" find a coke,", " find a coke can,", " pick up the coke,", " done.");
  private static final int TRIES = Integer.getInteger("souschef.fuzz", 15);

  @ParameterizedTest
  @EnumSource
  void anAnswerIsReadRightOrRefusedInASentence(Api api) throws IOException {
    for (int seed = 0; seed < TRIES; seed++) {
      Random random = new Random(seed);
      try (FakeServer server = new FakeServer(api)) {
        boolean late = random.nextBoolean();
        if (!late) {
          server.twist = answer -> twisted(answer, random);
        }
        try (CompletionServer model = CompletionServer.open(server.address(), Map.of(), POLICY)) {
          server.twist = answer -> twisted(answer, random);
          assertThat(model.logProbabilities(PROMPT, SKILLS))
              .as("%s, seed %s", api, seed)
              .hasSize(SKILLS.size())
              .matches(scores -> Arrays.stream(scores).allMatch(score -> score <= 0));
          assertThat(model.best(PROMPT, SKILLS, new double[] {1, 1, 1, 1}))
              .as("%s, seed %s", api, seed)
              .isNotEmpty()
              .allMatch(score -> score.logSay() <= 0);
          Request request = Request.of("write", 20, List.of()).under("root ::= \"abc\"");
          assertThat(model.generator().orElseThrow().write(request).tokens()).isNotNegative();
          assertThat(model.servedTokens().orElse(0)).isNotNegative();
        } catch (ScoringException | InvalidInputException e) {
          String message = String.valueOf(e.getMessage());
          assertThat(message).isNotBlank().isEqualTo(Shown.line(message)).doesNotContain("java.");
          assertThat(message.length()).isLessThan(1000);
        } catch (RuntimeException e) {
          throw new AssertionError("%s, seed %s".formatted(api, seed), e);
        }
      }
    }
  }

  /** The same answer with one value changed; now and then as it was. */
  private static synchronized JsonNode twisted(JsonNode answer, Random random) {
    JsonNode copy = answer.deepCopy();
    List<JsonNode> containers = new ArrayList<>();
    collect(copy, containers);
    JsonNode chosen = containers.get(random.nextInt(containers.size()));
    if (random.nextInt(4) == 0 || chosen.isEmpty()) {
      return copy;
    }
    int at = random.nextInt(chosen.size());
    if (chosen instanceof ArrayNode array) {
      array.set(at, value(random));
    } else if (chosen instanceof ObjectNode object) {
      List<String> names = new ArrayList<>();
      object.fieldNames().forEachRemaining(names::add);
      object.set(names.get(at), value(random));
    }
    return copy;
  }

  private static void collect(JsonNode node, List<JsonNode> containers) {
    if (node.isContainerNode()) {
      containers.add(node);
      node.forEach(child -> collect(child, containers));
    }
  }

  private static JsonNode value(Random random) {
    JsonNodeFactory make = JsonNodeFactory.instance;
    return switch (random.nextInt(12)) {
      case 0 -> make.nullNode();
      case 1 -> make.objectNode();
      case 2 -> make.arrayNode();
      case 3 -> make.numberNode(-1);
      case 4 -> make.numberNode(Long.MAX_VALUE);
      case 5 -> make.numberNode(-1e300);
      case 6 -> make.numberNode(0.5);
      case 7 -> make.numberNode(3);
      case 8 -> make.booleanNode(true);
      case 9 -> make.textNode("\u001b[8m\u202e</think>");
      case 10 -> make.textNode("NaN");
      default -> make.textNode("");
    };
  }
}
