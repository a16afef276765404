package io.souschef.training.language.text;

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

  /**
   * {@code {X}}, {@code {a X}}, {@code {the X}}, {@code {Xs}}, {@code {on P}}, {@code {from P}}.
   */
  public static final Pattern SLOT =
      Pattern.compile("\\{(?:(a|the|on|from) )?([XYZWPQR])([23]?)(s?)}");

  /** Names of the variables that the instruction mentions. */
  public Set<String> mentioned() {
    return SLOT.matcher(instruction)
        .results()
        .map(slot -> slot.group(2) + slot.group(3))
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Reads a request that stands in no file.
   *
   * @throws io.souschef.skills.InvalidInputException when program and instruction do not fit
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
