package io.souschef.skills.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CountedTest {

  @Test
  void oneIsNoPlural() {
    assertThat(Counted.of(1, "skill")).isEqualTo("1 skill");
    assertThat(Counted.of(0, "skill")).isEqualTo("0 skills");
    assertThat(Counted.of(2, "family", "families")).isEqualTo("2 families");
  }
}
