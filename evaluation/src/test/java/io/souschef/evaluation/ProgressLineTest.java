package io.souschef.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.souschef.skills.text.Steering;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressLineTest {

  private final StringWriter text = new StringWriter();
  private final AtomicLong nanos = new AtomicLong();

  @Test
  void timeLeftIsReckonedFromThisSessionAlone() {
    ProgressLine line = new ProgressLine(new PrintWriter(text), false, 60, 20, nanos::get);
    for (int i = 0; i < 20; i++) {
      line.accept(ScriptedEpisodes.episode(ScriptedEpisodes.keys().get(i)));
    }
    assertThat(line.line()).contains("20 of 60", "time left unknown");
    for (int i = 20; i < 30; i++) {
      nanos.addAndGet(2_000_000_000L);
      line.accept(ScriptedEpisodes.episode(ScriptedEpisodes.keys().get(i)));
    }
    assertThat(line.line()).contains("30 of 60", "1:00 left");
  }

  @Test
  void withoutATerminalThereIsALineEveryTenthPart() {
    ProgressLine line = new ProgressLine(new PrintWriter(text), false, 60, 0, nanos::get);
    ScriptedEpisodes.keys().forEach(key -> line.accept(ScriptedEpisodes.episode(key)));
    assertThat(text.toString().lines()).hasSize(10);
    assertThat(text.toString()).contains("60 of 60").doesNotContain("\r");
  }

  @Test
  void onATerminalOneLineChanges() {
    ProgressLine line = new ProgressLine(new PrintWriter(text), true, 60, 0, nanos::get);
    ScriptedEpisodes.keys().forEach(key -> line.accept(ScriptedEpisodes.episode(key)));
    String shown = Steering.shown(text.toString());
    assertThat(shown.lines().filter(l -> !l.isBlank())).hasSizeGreaterThan(1);
    assertThat(shown).endsWith(System.lineSeparator()).contains("\r\u001b[K");
  }
}
