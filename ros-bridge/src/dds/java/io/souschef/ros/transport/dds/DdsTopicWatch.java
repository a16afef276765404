package io.souschef.ros.transport.dds;

import io.souschef.ros.message.TypeName;
import io.souschef.ros.transport.RosTransport.Qos;
import io.souschef.ros.transport.TopicWatch;
import io.souschef.ros.transport.dds.endpoint.DdsParticipant;
import io.souschef.ros.transport.dds.endpoint.DdsReader;
import io.souschef.ros.transport.dds.endpoint.Sample;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * A topic in whatever type and quality of service it is published. A reader that asks for little
 * matches every writer, but is not given what was kept for who comes late: a second one asks for
 * that.
 */
final class DdsTopicWatch implements TopicWatch {

  private final DdsParticipant participant;
  private final Map<TypeName, DdsReader> modest = new LinkedHashMap<>();
  private final List<DdsReader> all = new ArrayList<>();

  DdsTopicWatch(
      DdsParticipant participant,
      String topic,
      List<TypeName> types,
      BiConsumer<TypeName, Sample> listener) {
    this.participant = participant;
    for (TypeName type : types) {
      for (Qos qos : List.of(Qos.SENSOR, Qos.LATCHED)) {
        DdsReader reader =
            participant.reader(topic, type, qos, sample -> listener.accept(type, sample), () -> {});
        all.add(reader);
        modest.putIfAbsent(type, reader);
      }
    }
  }

  @Override
  public Publishers publishers() {
    int count = 0;
    String type = "";
    for (Map.Entry<TypeName, DdsReader> reader : modest.entrySet()) {
      int matched = reader.getValue().peers().count();
      count += matched;
      type = matched > 0 ? reader.getKey().toString() : type;
    }
    return new Publishers(true, count, type);
  }

  @Override
  public void close() {
    all.forEach(participant::remove);
  }
}
