package io.souschef.ros.transport;

import io.souschef.ros.transport.RosTransport.Registration;

/** A topic that is heard whoever publishes it, in whichever of some types. */
public interface TopicWatch extends Registration {

  /**
   * Who publishes a topic.
   *
   * @param known whether that could be found out
   * @param count how many publish it in a type that is understood
   * @param type the type it is published in, as far as is known; empty when nobody does
   */
  record Publishers(boolean known, int count, String type) {}

  /** As of a moment ago; does not wait. */
  Publishers publishers();
}
