package io.souschef.planner.program.script.syntax;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Words of JavaScript that are no words here, with what to write instead. */
final class Forbidden {

  private static final String NOTHING_ELSE =
      "a program sees its robot and nothing else: see docs/programs.md for what can be called";

  private static final Map<String, String> MENDS =
      Map.ofEntries(
          Map.entry("var", "write let or const"),
          Map.entry("switch", "write if (...) { ... } else if (...) { ... }"),
          Map.entry("do", "write while (...) { ... }"),
          Map.entry("throw", "write refuse(\"why\"), or assert(condition, \"why\")"),
          Map.entry(
              "null", "nothing is null here: a thing that is not there fails, and try catches it"),
          Map.entry("undefined", "nothing is undefined here: give the variable a value"),
          Map.entry("NaN", "numbers are numbers here"),
          Map.entry("Infinity", "write a number"),
          Map.entry("typeof", "types are known before the program runs: leave it out"),
          Map.entry("in", "write for (const x of ...)"),
          Map.entry("async", "every call waits until it is done: leave it out"),
          Map.entry("await", "every call waits until it is done: leave it out"),
          Map.entry("yield", "write return in a function"),
          Map.entry("finally", "write what comes last after the catch block"),
          Map.entry("class", "write functions"),
          Map.entry("new", "nothing is made with new: " + NOTHING_ELSE),
          Map.entry("this", "use a variable"),
          Map.entry("super", "use a variable"),
          Map.entry("arguments", "name the parameters"),
          Map.entry("delete", "nothing can be deleted: leave it out"),
          Map.entry("void", "leave it out"),
          Map.entry("with", "name what is meant"),
          Map.entry("instanceof", "types are known before the program runs: leave it out"),
          Map.entry("debugger", "leave it out"));

  private static final Set<String> OUTSIDE =
      Set.of(
          "import",
          "export",
          "require",
          "eval",
          "Function",
          "globalThis",
          "window",
          "document",
          "global",
          "process",
          "module",
          "exports",
          "Java",
          "java",
          "javax",
          "Packages",
          "Polyglot",
          "JavaImporter",
          "load",
          "loadWithNewGlobal",
          "fetch",
          "XMLHttpRequest",
          "Reflect",
          "Proxy",
          "Object",
          "Symbol",
          "Promise",
          "constructor",
          "prototype",
          "__proto__",
          "setTimeout",
          "setInterval",
          "WebAssembly",
          "enum",
          "package",
          "interface",
          "implements",
          "private",
          "protected",
          "public",
          "static");

  private static final Set<String> KEYWORDS =
      Set.of(
          "let",
          "const",
          "if",
          "else",
          "for",
          "of",
          "while",
          "function",
          "return",
          "break",
          "continue",
          "try",
          "catch",
          "assert",
          "true",
          "false",
          "skills");

  private Forbidden() {}

  /** Why a name cannot stand here at all. */
  static Optional<String> reason(String name) {
    if (OUTSIDE.contains(name)) {
      return Optional.of("'%s' is not part of the language: %s".formatted(name, NOTHING_ELSE));
    }
    return Optional.ofNullable(MENDS.get(name))
        .map(mend -> "'%s' is not part of the language: %s".formatted(name, mend));
  }

  /** Whether the language itself uses a word, so that it cannot name a variable. */
  static boolean isKeyword(String name) {
    return KEYWORDS.contains(name);
  }
}
