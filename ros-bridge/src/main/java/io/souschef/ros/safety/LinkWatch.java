package io.souschef.ros.safety;

import io.souschef.ros.event.Printable;
import io.souschef.ros.event.RobotEvent;
import io.souschef.ros.transport.LinkEvent;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Stops what is under way when the link is lost, and cancels it again when it is back. */
final class LinkWatch implements Consumer<LinkEvent> {

  private final Pursuit pursuit;
  private final Consumer<RobotEvent> events;
  private final Function<String, Optional<Pursuit.Stopping>> stop;

  /**
   * A watch.
   *
   * @param stop hands over every cancel of what is under way, for a reason
   */
  LinkWatch(
      Pursuit pursuit,
      Consumer<RobotEvent> events,
      Function<String, Optional<Pursuit.Stopping>> stop) {
    this.pursuit = pursuit;
    this.events = events;
    this.stop = stop;
  }

  /** The cancels go out first: what listens to events may take its time. */
  @Override
  public void accept(LinkEvent event) {
    if (event instanceof LinkEvent.Down down) {
      String why = Printable.of(down.reason());
      Optional<Pursuit.Stopping> stopping = stop.apply("the link was lost: " + why);
      events.accept(new RobotEvent.LinkChanged(false, why));
      stopping.ifPresent(pursuit::confirmSoon);
    } else if (event instanceof LinkEvent.Up) {
      events.accept(new RobotEvent.LinkChanged(true, "the link works"));
      pursuit.linkIsBack();
    } else if (event instanceof LinkEvent.Complaint complaint) {
      events.accept(
          new RobotEvent.Doubted("the robot's side says: " + Printable.of(complaint.words())));
    }
  }
}
