package io.souschef.ros.soak;

import io.souschef.ros.message.MessageCatalog;
import io.souschef.ros.transport.RosTransport;
import java.util.Set;

/**
 * A robot that serves {@code /peer/execute_skill}, keeps a log of its own, and can be given faults.
 * The goal's field {@code action} says what is done with it.
 */
public interface Side extends AutoCloseable {

  /** How a robot's file reaches it: what stands below {@code connection}. */
  String connection();

  Set<Fault> faults();

  Set<Conduct> conducts();

  /** A planner's way to it; whoever asks closes it. */
  RosTransport planner(MessageCatalog catalog);

  /** Another way to its graph, by which faults do not come. */
  RosTransport bystander(MessageCatalog catalog);

  /** The next goal is dealt with like this. */
  void conduct(Conduct conduct) throws Exception;

  /** Begins one of {@link #faults}. */
  void begin(Fault fault) throws Exception;

  /** Every fault is over; a server that has died is born again. */
  void mend() throws Exception;

  /** A person presses the robot's own stop: it stands still, and says so if it can. */
  void halt() throws Exception;

  ServerLog log();

  @Override
  void close();
}
