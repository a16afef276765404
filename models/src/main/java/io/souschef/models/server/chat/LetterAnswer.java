package io.souschef.models.server.chat;

import com.fasterxml.jackson.databind.JsonNode;
import io.souschef.models.server.http.LogProbability;
import io.souschef.models.server.http.RetriableException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads how likely each letter was where a chat model answered with one. */
final class LetterAnswer {

  /** An answer that begins with a letter: "B", "**B**", "Answer: B." */
  private static final Pattern LETTER_FIRST =
      Pattern.compile("^\\W*(?:(?:the )?(?:answer|option)(?: is)?\\W*)?([A-P])(?![A-Za-z])", 2);

  private static final Pattern THOUGHTS = Pattern.compile("(?s)^.*</?think[^>]*>");
  private static final double LEAST = 1e-12;

  private LetterAnswer() {}

  static String letter(int index) {
    return String.valueOf((char) ('A' + index));
  }

  /**
   * Probabilities among the letters. One that is not listed is at most as likely as the least
   * likely that is, and shares what these leave over: that upper bound stands for it.
   *
   * @param letters how many, from A
   * @return empty when the answer is no letter, thoughts perhaps
   * @throws RetriableException when there are no log-probabilities at all
   */
  static Optional<double[]> read(JsonNode answer, int letters) throws RetriableException {
    JsonNode choice = answer.path("choices").path(0);
    JsonNode content = choice.path("logprobs").path("content");
    if (content.path(0).path("top_logprobs").isEmpty()) {
      if (thinks(choice)) {
        return Optional.empty();
      }
      throw RetriableException.nonsense("it gave no top_logprobs");
    }
    Optional<double[]> first = among(content.get(0), letters);
    return first.isPresent() ? first : later(choice, letters);
  }

  private static boolean thinks(JsonNode choice) {
    JsonNode message = choice.path("message");
    return !message.path("reasoning_content").asText("").isBlank()
        || !message.path("reasoning").asText("").isBlank()
        || message.path("content").asText("").isBlank();
  }

  /** Where the words say a letter, that token's. */
  private static Optional<double[]> later(JsonNode choice, int letters) throws RetriableException {
    String words =
        THOUGHTS.matcher(choice.path("message").path("content").asText("")).replaceFirst("");
    Matcher said = LETTER_FIRST.matcher(words);
    if (!said.find()) {
      return Optional.empty();
    }
    JsonNode content = choice.path("logprobs").path("content");
    for (int i = content.size() - 1; i > 0; i--) {
      if (clean(content.get(i).path("token").asText()).equalsIgnoreCase(said.group(1))) {
        return among(content.get(i), letters);
      }
    }
    return Optional.empty();
  }

  private static Optional<double[]> among(JsonNode token, int letters) throws RetriableException {
    Map<String, Double> listed = new HashMap<>();
    double total = 0;
    double lowest = 1;
    for (JsonNode entry : token.path("top_logprobs")) {
      double probability = Math.exp(LogProbability.of(entry.path("logprob")));
      listed.merge(clean(entry.path("token").asText()), probability, Double::sum);
      total += probability;
      lowest = Math.min(lowest, probability);
    }
    double unlisted = Math.max(LEAST, Math.min(lowest, 1 - total));
    double[] probabilities = new double[letters];
    boolean any = false;
    for (int i = 0; i < letters; i++) {
      any |= listed.containsKey(letter(i));
      probabilities[i] = Math.max(LEAST, listed.getOrDefault(letter(i), unlisted));
    }
    double sum = Arrays.stream(probabilities).sum();
    return any
        ? Optional.of(Arrays.stream(probabilities).map(p -> p / sum).toArray())
        : Optional.empty();
  }

  private static String clean(String token) {
    return token.replaceAll("[^A-Za-z]", "").toUpperCase(Locale.ROOT);
  }
}
