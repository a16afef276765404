package io.souschef.models.language.huggingface;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.souschef.models.language.TokenizerFuzzer;
import io.souschef.skills.failure.InvalidInputException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenizerFileTest {

  @TempDir private Path folder;

  private TokenizerFile read(String text) throws IOException {
    return TokenizerFile.read(Files.writeString(folder.resolve("tokenizer.json"), text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "null",
        "7",
        "{",
        "{} {}",
        "{\"model\": {\"type\": \"BPE\", \"vocab\": {\"a\": 0}}, \"decoder\": {\"type\": \"",
        "{\"model\": null}",
        "{\"model\": {\"type\": \"Magic\", \"vocab\": {\"a\": 0}}}",
        "{\"model\": {\"type\": \"BPE\", \"vocab\": {}}}",
        "{\"model\": {\"type\": \"BPE\", \"vocab\": {\"a\": -1}}}",
        "{\"model\": {\"type\": \"Unigram\", \"vocab\": [[\"a\"]]}}",
        "{\"model\": {\"type\": \"BPE\", \"vocab\": {\"a\": 0}, \"continuing_subword_prefix\": \"##\", \"merges\": [[\"a\", \"a\"]]}}",
        "{\"model\": {\"type\": \"BPE\", \"vocab\": {\"a\": 0}, \"continuing_subword_prefix\": \"##\", \"merges\": [\"a a\"]}}",
        "{\"model\": {\"vocab\": {\"a\": 0}}, \"normalizer\": {\"type\": \"Precompiled\"}}",
        "{\"model\": {\"vocab\": {\"a\": 0}}, \"normalizer\": {\"type\": \"Sequence\", \"normalizers\": [{\"type\": \"Precompiled\", \"precompiled_charsmap\": \"AAAA\"}]}}",
        "{\"model\": {\"vocab\": {\"a\": 0}}, \"normalizer\": {\"type\": \"Precompiled\", \"precompiled_charsmap\": \"(((\"}}",
        "{\"model\": {\"vocab\": {\"a\": 0}}, \"normalizer\": {\"type\": \"Precompiled\", \"precompiled_charsmap\": \"BAAAAAAAAAA=\"}}",
        "{\"model\": {\"vocab\": {\"a\": 0}}, \"post_processor\": {\"type\": \"TemplateProcessing\", \"single\": [{\"SpecialToken\": {\"id\": \"x\", \"type_id\": 0}}], \"pair\": [], \"special_tokens\": {}}}",
        "{\"model\": {\"vocab\": {\"a\": 0}}, \"added_tokens\": [{\"id\": -3, \"content\": \"x\"}]}",
        "{\"model\": {\"vocab\": {\"a\": 0}}, \"added_tokens\": [{\"id\": 3}]}"
      })
  void whatNativeCodeWouldStumbleOverIsOneSentence(String text) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("tokenizer.json' is damaged (")
        .hasMessageEndingWith("); download it from where the model came from");
  }

  @Test
  void whatIsNoPlainFileIsNotRead() throws IOException {
    Files.createDirectory(folder.resolve("tokenizer.json"));
    assertThatThrownBy(() -> TextTokenizer.open(folder))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("is a folder; name a file");
  }

  @Test
  void aCharacterMapThatPointsOutsideItselfIsDamaged() throws IOException {
    assertThat(read(withMap(map(256, 1, "x\0"))).controls()).isEmpty();
    for (byte[] map : List.of(map(255, 1, "x\0"), map(256, 9, "x\0"), map(256, 1, "\u00e9\0"))) {
      assertThatThrownBy(() -> read(withMap(map)))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("precompiled_charsmap points outside its");
    }
  }

  private static String withMap(byte[] map) {
    return "{\"model\": {\"vocab\": {\"a\": 0}}, \"normalizer\": {\"type\": \"Precompiled\", \"precompiled_charsmap\": \"%s\"}}"
        .formatted(Base64.getEncoder().encodeToString(map));
  }

  /** One key, "a" (0x61), whose value is an offset in a text. */
  private static byte[] map(int units, int value, String text) {
    byte[] replacements = text.getBytes(StandardCharsets.UTF_8);
    int[] array = new int[units];
    Arrays.fill(array, 0xff);
    array[0] = 0;
    // At 0x61: the label, a value, and children that begin at 0x61 ^ 0x60.
    array['a'] = 'a' | 1 << 8 | 0x60 << 10;
    array['a' ^ 0x60] = value | 1 << 31;
    ByteBuffer bytes =
        ByteBuffer.allocate(4 + 4 * units + replacements.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putInt(4 * units);
    IntStream.of(array).forEach(bytes::putInt);
    return bytes.put(replacements).array();
  }

  /** The fuzzer runs in a process of its own, which a panic would take down. */
  @Test
  void noDamagedTokenizerTakesTheProcessDown() throws Exception {
    Process fuzzer =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                TokenizerFuzzer.class.getName(),
                folder.toString(),
                System.getProperty("souschef.fuzz", "400"))
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("fuzz.log").toFile())
            .start();
    boolean ended = fuzzer.waitFor(10, TimeUnit.MINUTES);
    String log = Files.readString(folder.resolve("fuzz.log"));
    assertThat(ended).isTrue();
    assertThat(log).contains("whole: true").endsWith("done\n");
    assertThat(fuzzer.exitValue()).isZero();
  }
}
