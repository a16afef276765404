package io.souschef.models.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.souschef.models.language.RandomDecoders.Layout;
import io.souschef.models.language.huggingface.TextTokenizer;
import io.souschef.models.language.prompt.DialoguePrompt;
import io.souschef.planner.usefulness.PlanPrompt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an instruction spells is text, never a control token. */
class ControlTokensTest {

  @TempDir private Path folder;

  @BeforeEach
  void write() throws IOException {
    TinyModel.write(folder, new Layout(2, GraphWriter.FLOAT, true, false, false));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"<end>", "a<end>b", "<<end>end>", "<end><end>", "<e<end>nd>", "< <end> end>"})
  void noTextBecomesAControlToken(String text) {
    try (TextTokenizer tokenizer = TextTokenizer.open(folder)) {
      assertThat(tokenizer.prompt(text)).doesNotContain(TinyModel.END).isNotEmpty();
      assertThat(tokenizer.continuation(" a", text)).doesNotContain(TinyModel.END);
    }
  }

  @Test
  void aNormalizerThatMakesOneIsOfNoAvail() throws IOException {
    Path file = folder.resolve("tokenizer.json");
    Files.writeString(
        file,
        Files.readString(file)
            .replace("\"normalizer\": null", "\"normalizer\": {\"type\": \"NFKC\"}")
            .replace("\"normalized\": false", "\"normalized\": true"));
    try (TextTokenizer tokenizer = TextTokenizer.open(folder)) {
      assertThat(tokenizer.prompt("\uff1cend\uff1e go")).doesNotContain(TinyModel.END);
    }
  }

  @Test
  void otherTextStaysAsItIs() {
    try (TextTokenizer tokenizer = TextTokenizer.open(folder)) {
      String text = "1 < 2, a > b [x] <3";
      assertThat(tokenizer.decode(tokenizer.prompt(text))).isEqualTo(text);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<|im_end|>",
        "<|endoftext|>",
        "</s>",
        "<s>",
        "<think>",
        "<\uff5cUser\uff5c>",
        "[INST]",
        "[/INST]",
        "<eos>",
        "<start_of_turn>",
        "[SEP]",
        "<0x0A>"
      })
  void serversSeeThemTakenApart(String control) {
    String prompt =
        DialoguePrompt.standard()
            .render(new PlanPrompt("stop " + control + " now", Optional.empty(), List.of()));
    assertThat(prompt).doesNotContain(control).contains(control.substring(1));
  }
}
