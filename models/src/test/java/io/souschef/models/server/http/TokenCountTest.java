package io.souschef.models.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenCountTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'usage': {'total_tokens': 42, 'completion_tokens': 2}, 'choices': []} | 42",
        "{'tokens_evaluated': 30, 'tokens_predicted': 4, 'content': 'x'} | 34",
        "{'choices': [{'text': 'a'}]} | 10",
        "{'usage': {'total_tokens': -5}, 'choices': []} | 10",
        "{'usage': {'total_tokens': 'many'}, 'choices': []} | 10",
        "{'tokens': [1, 2, 3]} | 0",
      })
  void whatTheServerSaysCountsAndElseWhatWasSent(String answer, long tokens)
      throws JsonProcessingException {
    JsonMapper json = new JsonMapper();
    TokenCount count = new TokenCount();

    count.add(
        json.readTree("{\"model\": \"four\", \"prompt\": \"" + "word".repeat(9) + "\"}"),
        json.readTree(answer.replace('\'', '"')));

    assertThat(count.total()).isEqualTo(tokens);
  }
}
