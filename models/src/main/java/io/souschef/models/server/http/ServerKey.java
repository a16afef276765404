package io.souschef.models.server.http;

import io.souschef.skills.failure.InvalidInputException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A server's key. It comes from the environment alone and shows nowhere: its text is masked. */
public final class ServerKey {

  /** The environment variable that holds it; {@code OPENAI_API_KEY} is read where it is not set. */
  public static final String VARIABLE = "SOUSCHEF_API_KEY";

  private static final String USUAL_VARIABLE = "OPENAI_API_KEY";

  private final Optional<String> secret;

  private ServerKey(Optional<String> secret) {
    this.secret = secret;
  }

  /**
   * The key in the environment, if there is one.
   *
   * @throws InvalidInputException when it cannot be one; the message does not repeat it
   */
  public static ServerKey in(Map<String, String> environment) {
    return new ServerKey(
        Stream.of(VARIABLE, USUAL_VARIABLE)
            .flatMap(name -> Optional.ofNullable(environment.get(name)).stream())
            .map(String::strip)
            .filter(value -> !value.isEmpty())
            .findFirst()
            .map(ServerKey::checked));
  }

  private static String checked(String value) {
    if (!value.chars().allMatch(character -> character > ' ' && character < 0x7f)) {
      throw new InvalidInputException(
          "The key in %s or %s holds a blank, a line end or another character that no key has; set it again"
              .formatted(VARIABLE, USUAL_VARIABLE));
    }
    return value;
  }

  Optional<String> header() {
    return secret.map(value -> "Bearer " + value);
  }

  /** A server's words without the key, should it have repeated it. */
  String masked(String text) {
    return secret.map(value -> text.replace(value, "***")).orElse(text);
  }

  @Override
  public String toString() {
    return secret.isPresent() ? "***" : "none";
  }
}
