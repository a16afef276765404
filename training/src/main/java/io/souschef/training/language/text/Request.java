package io.souschef.training.language.text;

import io.souschef.training.language.text.lexicon.TextLine;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A line of a request file.
 *
 * @param source file and line: "bring.tsv:12"
 * @param program what is wanted
 * @param instruction what is said, with slots: "hand me {a X}"
 */
public record Request(String source, Program program, String instruction) {

  /** The language of most requests. */
  public static final String ENGLISH = "en";

  /** Other languages that requests may be in. */
  public static final Set<String> LANGUAGES = Set.of("es", "de", "fr", "pt", "it");

  /**
   * {@code {X}}, {@code {a X}}, {@code {the X}}, {@code {Xs}}, {@code {on P}}, {@code {from P}},
   * {@code {to P}}.
   */
  public static final Pattern SLOT =
      Pattern.compile("\\{(?:(a|the|on|from|to) )?([XYZWPQR])([23]?)(s?)}");

  /** Names of the variables that the instruction mentions. */
  public Set<String> mentioned() {
    return SLOT.matcher(instruction)
        .results()
        .map(slot -> slot.group(2) + slot.group(3))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Language of the instruction: "en", or what the file's name begins with. */
  public String language() {
    return LANGUAGES.contains(source.substring(0, Math.min(2, source.length())))
            && source.startsWith("_", 2)
        ? source.substring(0, 2)
        : ENGLISH;
  }

  /**
   * Reads a request that stands in no file.
   *
   * @throws io.souschef.skills.failure.InvalidInputException when program and instruction do not
   *     fit
   */
  public static Request of(String program, String instruction) {
    return parse(new TextLine("request", 1, List.of(program, instruction)));
  }

  static Request parse(TextLine line) {
    Program program = ProgramParser.parse(line);
    Request request = new Request(line.file() + ":" + line.number(), program, line.field(1));
    Matcher braces = Pattern.compile("[{}]").matcher(SLOT.matcher(line.field(1)).replaceAll(""));
    if (braces.find()) {
      throw line.error("a slot is malformed; write {X}, {a X}, {the X}, {Xs}, {on P}, {from P}");
    }
    for (String name : request.mentioned()) {
      if (!program.variables().containsKey(name)) {
        throw line.error(
            "slot {%s} is not in the program; declare it after a bar: | %s".formatted(name, name));
      }
    }
    return request;
  }
}
