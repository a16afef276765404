package io.souschef.app.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.LayoutBase;
import java.util.regex.Pattern;

/** A logged message as one line; what others sent must not steer the terminal. */
final class LogLines extends LayoutBase<ILoggingEvent> {

  private static final Pattern STEERING = Pattern.compile("[\\p{Cntrl}\\u0080-\\u009f&&[^\n\t]]");

  @Override
  public String doLayout(ILoggingEvent event) {
    String message = String.valueOf(event.getFormattedMessage());
    return "souschef: " + STEERING.matcher(message).replaceAll("?") + System.lineSeparator();
  }
}
