package io.souschef.planner.program.script.run;

import io.souschef.planner.program.run.Executive;
import io.souschef.planner.program.script.check.CheckedScript;
import io.souschef.planner.program.script.syntax.Position;
import java.time.InstantSource;
import java.util.function.Consumer;

/** Runs checked scripts. */
public final class ScriptRun {

  private final Limits limits;
  private final InstantSource clock;
  private final Consumer<Position> listener;

  /**
   * How scripts are run.
   *
   * @param clock tells the wall time
   * @param listener hears of every statement before it is done, on the thread that runs
   */
  public ScriptRun(Limits limits, InstantSource clock, Consumer<Position> listener) {
    this.limits = limits;
    this.clock = clock;
    this.listener = listener;
  }

  /**
   * Runs a script to its end, on the calling thread. What the executive throws goes through.
   *
   * @return how it ended; never throws for what the script does
   */
  public Ending run(CheckedScript script, Executive executive) {
    Meter meter = new Meter(limits, clock, listener);
    try {
      new Statements(script, executive, meter).run();
      return meter.end();
    } catch (Failed failed) {
      return new Ending(Ending.Kind.FAILED, failed.words(), meter.at(), meter.failures() + 1);
    } catch (Meter.Ended ended) {
      return new Ending(
          ended.kind(), String.valueOf(ended.getMessage()), meter.at(), meter.failures());
    }
  }
}
