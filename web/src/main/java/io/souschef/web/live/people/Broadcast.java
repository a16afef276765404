package io.souschef.web.live.people;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.sim.picture.PlacedShape;
import io.souschef.web.replay.SceneJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells all who look on what happens. Messages come in order and complete, pictures as often as
 * each viewer can take them, some thirty a second. Nobody who calls this ever waits for a viewer.
 * Safe for use by any thread.
 */
public final class Broadcast implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Broadcast.class);

  /** So many looks make thirty pictures a second: some find that nothing has moved. */
  private static final long FRAME_NANOS = 1_000_000_000 / 32;

  /** Messages that somebody who comes later is told. */
  private static final int REMEMBERED = 4_000;

  private record Frame(double timeS, List<PlacedShape> moving) {}

  private final ScheduledExecutorService hub =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "web-broadcast");
            thread.setDaemon(true);
            return thread;
          });
  // All of these belong to the hub's thread.
  private final Map<String, Seat> seats = new LinkedHashMap<>();
  private final List<JsonNode> story = new ArrayList<>();
  private @Nullable JsonNode state;
  private JsonNode scene;

  private final Consumer<String> gone;
  private final AtomicBoolean wanted = new AtomicBoolean(true);
  private volatile Frame latest = new Frame(0, List.of());

  /**
   * @param scene what does not move
   * @param gone told the name of everyone who has gone
   */
  public Broadcast(JsonNode scene, Consumer<String> gone) {
    this.scene = scene;
    this.gone = gone;
    var unused =
        hub.scheduleAtFixedRate(
            () -> guarded(this::look), FRAME_NANOS, FRAME_NANOS, TimeUnit.NANOSECONDS);
  }

  public void join(Viewer viewer) {
    later(
        () -> {
          Seat seat = new Seat(viewer, this::later);
          seats.put(viewer.name(), seat);
          ObjectNode hello = SceneJson.JSON.createObjectNode();
          hello.put("type", "hello").put("you", viewer.name());
          hello.set("scene", scene);
          hello.set("state", state);
          ArrayNode events = hello.putArray("story");
          story.forEach(events::add);
          seat.tell(hello.toString());
          viewersChanged();
        });
  }

  public void leave(Viewer viewer) {
    later(
        () -> {
          if (seats.remove(viewer.name()) != null) {
            gone.accept(viewer.name());
            viewersChanged();
          }
        });
  }

  /** Something that happened, and that later viewers shall know, too. */
  public void happened(ObjectNode message) {
    later(
        () -> {
          story.add(message);
          if (story.size() > REMEMBERED) {
            story.subList(0, REMEMBERED / 4).clear();
          }
          tellAll(message);
        });
  }

  /** Something of the moment. */
  public void tell(ObjectNode message) {
    later(() -> tellAll(message));
  }

  /** To one viewer alone. */
  public void tell(String viewer, ObjectNode message) {
    later(
        () -> {
          Seat seat = seats.get(viewer);
          if (seat != null) {
            seat.tell(message.toString());
          }
        });
  }

  /** How things stand; replaces what was told before. */
  public void state(ObjectNode now) {
    later(
        () -> {
          state = now;
          ObjectNode message = message("state");
          message.set("state", now);
          tellAll(message);
        });
  }

  /** Another room from now on; what moves there comes with the next picture. */
  public void scene(JsonNode room) {
    later(
        () -> {
          scene = room;
          ObjectNode message = message("scene");
          message.set("scene", room);
          tellAll(message);
        });
  }

  /** Whether it is time for another picture: who moves things need not make any before. */
  public boolean wantsFrame() {
    return wanted.get();
  }

  /**
   * The kitchen as it is now; costs the caller nothing. A wanted picture is shown at once, any
   * other when it is time.
   */
  public void frame(double timeS, List<PlacedShape> moving) {
    latest = new Frame(timeS, moving);
    if (wanted.compareAndSet(true, false)) {
      later(this::show);
    }
  }

  private void viewersChanged() {
    tellAll(message("viewers").put("count", seats.size()));
  }

  private void tellAll(JsonNode message) {
    if (!seats.isEmpty()) {
      String text = message.toString();
      List.copyOf(seats.values()).forEach(seat -> seat.tell(text));
      List.copyOf(seats.values()).stream()
          .filter(Seat::isHopeless)
          .forEach(
              seat -> {
                seat.viewer().close("You are too slow for what happens here; look again");
                leave(seat.viewer());
              });
    }
  }

  /** One clock sets the pace: the next picture is that of the step that follows its tick. */
  private void look() {
    boolean unanswered = !wanted.compareAndSet(false, true);
    if (unanswered) { // nothing moves, but somebody may have been too slow for what did
      show();
    }
  }

  private void show() {
    Frame now = latest;
    seats.values().forEach(seat -> seat.show(now.timeS(), now.moving()));
  }

  /** What breaks once must not end it all: a clock whose work throws never ticks again. */
  private static void guarded(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      LOG.error("Something could not be shown", e);
    }
  }

  private void later(Runnable work) {
    try {
      hub.execute(() -> guarded(work));
    } catch (RejectedExecutionException e) {
      return; // it is over, and nobody looks any more
    }
  }

  @Override
  public void close() {
    later(() -> seats.values().forEach(seat -> seat.viewer().close("The kitchen is closed")));
    hub.shutdown();
  }

  /** Tells one viewer that something was refused. */
  public void refused(String viewer, String why) {
    tell(viewer, message("refused").put("message", why));
  }

  /** Tells everyone that an instruction is to be carried out. */
  public void queued(String instruction) {
    tell(message("queued").put("instruction", instruction));
  }

  /** Tells everyone, also those who come later, what is to be known about a request. */
  public void note(int request, String words) {
    happened(message("note").put("request", request).put("text", words));
  }

  private static ObjectNode message(String type) {
    return SceneJson.JSON.createObjectNode().put("type", type);
  }
}
