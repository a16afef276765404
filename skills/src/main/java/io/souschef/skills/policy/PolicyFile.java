package io.souschef.skills.policy;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.souschef.skills.file.YamlDocument;
import io.souschef.skills.file.YamlSchema;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads policy files, whose form is {@code policy.schema.json}. */
final class PolicyFile {

  private static final YamlSchema SCHEMA = new YamlSchema(PolicyFile.class, "policy.schema.json");

  private PolicyFile() {}

  enum UnknownWords {
    REFUSE,
    ALLOW
  }

  record Document(
      List<Entry> rules, @JsonProperty("unknown_words") @Nullable UnknownWords unknownWords) {}

  record Entry(
      String rule,
      @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
          @Nullable List<String> things,
      @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable List<String> to,
      @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
          @Nullable List<String> from,
      @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable List<String> at,
      @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
          @Nullable List<String> skills,
      @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
          @Nullable List<String> times) {

    PolicyRule bound() {
      return new PolicyRule(
          rule.strip(),
          words(things),
          words(to),
          words(from),
          words(at),
          words(skills),
          words(times).stream().map(TimeSpan::parse).toList());
    }

    private static List<String> words(@Nullable List<String> given) {
      return Objects.requireNonNullElse(given, List.<String>of()).stream()
          .map(String::strip)
          .toList();
    }
  }

  static Policy read(Path file) {
    return policy("Policy file '" + file + "'", YamlDocument.read("Policy file", file, SCHEMA));
  }

  static Policy parse(String name, String yaml) {
    return policy(name, YamlDocument.parse(name, yaml, SCHEMA));
  }

  private static Policy policy(String name, YamlDocument document) {
    Document content = document.as(Document.class);
    List<PolicyRule> rules = new ArrayList<>();
    for (Entry entry : content.rules()) {
      try {
        rules.add(entry.bound());
      } catch (IllegalArgumentException e) {
        throw document.error("/rules/" + rules.size(), e);
      }
    }
    return new Policy(name, rules, content.unknownWords() != UnknownWords.ALLOW);
  }
}
