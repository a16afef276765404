package io.souschef.models.server.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.souschef.models.server.http.RetriableException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Texts cut into tokens anywhere, in the middle of characters too. */
class EchoedTokensTest {

  private static final String LETTERS = "ab .,\n\u00e9\u65e5\ud83e\udd64\u0301<|";
  private static final int TRIES = 400;

  private static String text(Random random, int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      int letter = random.nextInt(LETTERS.codePointCount(0, LETTERS.length()));
      text.appendCodePoint(LETTERS.codePointAt(LETTERS.offsetByCodePoints(0, letter)));
    }
    return text.toString();
  }

  /** Bytes cut at random, each piece as a server shows it that decodes token by token. */
  private static List<String> pieces(String text, Random random) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    List<String> pieces = new ArrayList<>();
    for (int from = 0; from < bytes.length; ) {
      int to = Math.min(bytes.length, from + 1 + random.nextInt(4));
      String piece = new String(Arrays.copyOfRange(bytes, from, to), StandardCharsets.UTF_8);
      pieces.add(random.nextBoolean() ? piece : piece.replace("\ufffd", ""));
      from = to;
    }
    return pieces;
  }

  @RepeatedTest(TRIES)
  void theSumIsThatOfTheContinuationAndOfNothingElse(RepetitionInfo repetition)
      throws RetriableException {
    Random random = new Random(repetition.getCurrentRepetition());
    String prompt = "a" + text(random, random.nextInt(30)) + "2.";
    String continuation = " " + text(random, random.nextInt(12)) + "a,";
    EchoedTokens echoed = new EchoedTokens();
    if (random.nextBoolean()) {
      echoed.add("<s>", NullNode.getInstance());
    }
    List<String> before = pieces(prompt, random);
    if (random.nextInt(3) == 0) {
      echoed.addUnknownFirst();
      before = before.subList(1, before.size());
    }
    before.forEach(piece -> echoed.add(piece, DoubleNode.valueOf(-7)));
    double truth = 0;
    for (String piece : pieces(continuation, random)) {
      double value = -random.nextDouble();
      echoed.add(piece, DoubleNode.valueOf(value));
      truth += value;
    }
    echoed.add(" more", DoubleNode.valueOf(-7));
    assertThat(echoed.score(prompt, continuation)).isCloseTo(truth, Offset.offset(1e-9));
  }

  @RepeatedTest(TRIES)
  void aTokenThatIsLostOrChangedIsNoticed(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    String prompt = "Robot: 1. find " + text(random, 5) + "x, 2.";
    String continuation = " put the " + text(random, 4) + "x down,";
    List<String> pieces = new ArrayList<>(pieces(prompt, random));
    pieces.addAll(pieces(continuation, random));
    int broken = random.nextInt(pieces.size());
    String other = random.nextBoolean() ? "" : "Q";
    boolean same = pieces.get(broken).chars().noneMatch(c -> c < 0x80) && other.isEmpty();
    pieces.set(broken, other);
    EchoedTokens echoed = new EchoedTokens();
    pieces.forEach(piece -> echoed.add(piece, DoubleNode.valueOf(-1)));
    if (!same) {
      assertThatThrownBy(() -> echoed.score(prompt, continuation))
          .isInstanceOf(RetriableException.class)
          .hasMessageContaining("its echo is malformed");
    }
  }

  @Test
  void aTokenThatReachesAcrossIsRefused() {
    EchoedTokens echoed = new EchoedTokens();
    echoed.add("2. find", DoubleNode.valueOf(-1));
    echoed.add(" it,", DoubleNode.valueOf(-1));
    assertThatThrownBy(() -> echoed.score("2.", " find it,"))
        .isInstanceOf(RetriableException.class)
        .hasMessageContaining("a token reaches from the prompt into the continuation");
  }
}
