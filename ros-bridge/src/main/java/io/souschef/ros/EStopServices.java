package io.souschef.ros;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.ros.config.Connection;
import io.souschef.ros.message.TypeName;
import io.souschef.ros.parameter.Parameter;
import io.souschef.ros.parameter.Parameters;
import io.souschef.ros.transport.RosTransport;
import io.souschef.ros.transport.RosTransport.Registration;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * The e-stop for whoever has no topic for it: the service {@code souschef/e_stop} ({@code
 * std_srvs/srv/Trigger}), and the parameter {@code e_stop} of the node {@code souschef}. Whoever
 * presses it is answered when every cancel is handed over. It cannot be released by these.
 */
final class EStopServices implements AutoCloseable {

  private static final String NODE = "souschef";
  private static final String NAME = "e_stop";

  private final Runnable press;
  private final BooleanSupplier pressed;
  private final List<Registration> services;

  /**
   * Offers them.
   *
   * @param parameters those of the node, to which this one is added
   * @param press stops everything and does not wait
   * @param pressed whether it was
   */
  EStopServices(
      RosTransport transport,
      Connection connection,
      Parameters parameters,
      Runnable press,
      BooleanSupplier pressed) {
    this.press = press;
    this.pressed = pressed;
    parameters.add(Parameter.flag(NAME, pressed, this::set));
    services =
        List.of(
            transport.serve(
                connection.resolve(NODE + "/" + NAME),
                TypeName.of("std_srvs/srv/Trigger"),
                request -> trigger()),
            parameters.serve(transport, connection.resolve(NODE)));
  }

  private ObjectNode trigger() {
    press.run();
    return JsonNodeFactory.instance
        .objectNode()
        .put("success", true)
        .put("message", "pressed: every goal is being canceled");
  }

  private String set(boolean wanted) {
    if (wanted) {
      press.run();
      return "";
    }
    return pressed.getAsBoolean() ? "it cannot be released here; start Souschef anew" : "";
  }

  @Override
  public void close() {
    services.forEach(Registration::close);
  }
}
