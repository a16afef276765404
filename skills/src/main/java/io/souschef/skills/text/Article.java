package io.souschef.skills.text;

/** The indefinite article by how a noun is written. Stateless. */
public final class Article {

  private Article() {}

  /**
   * "an apple", "a coke".
   *
   * @param noun at least one character
   */
  public static String with(String noun) {
    boolean vowel = "aeiou".indexOf(Character.toLowerCase(noun.charAt(0))) >= 0;
    return (vowel ? "an " : "a ") + noun;
  }
}
