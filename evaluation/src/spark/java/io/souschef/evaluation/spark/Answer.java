package io.souschef.evaluation.spark;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.souschef.evaluation.engine.EpisodeResult;
import io.souschef.evaluation.run.RunJson;
import org.jspecify.annotations.Nullable;

/**
 * What an executor sends back: a result, or why the language model is gone for good. Travels as
 * JSON, so that it does not depend on how Java serialises.
 *
 * @param result what the episode left
 * @param failure the model's last words
 */
record Answer(@Nullable EpisodeResult result, @Nullable String failure) {

  static String write(Object value) {
    try {
      return RunJson.MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("%s cannot be sent".formatted(value.getClass()), e);
    }
  }

  static Answer parse(String json) {
    try {
      return RunJson.MAPPER.readValue(json, Answer.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("An executor's answer cannot be read", e);
    }
  }
}
