package io.souschef.planner.program.script.run;

import io.souschef.planner.program.Act.Amount;
import io.souschef.planner.program.PlaceWords;
import io.souschef.planner.program.Things;
import java.util.List;
import java.util.stream.Collectors;

/** A value of a running program. */
sealed interface Value {

  /** Words for people, and for joining with texts. */
  String words();

  record Num(double value) implements Value {
    @Override
    public String words() {
      return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
  }

  record Text(String value) implements Value {
    @Override
    public String words() {
      return value;
    }
  }

  record Truth(boolean value) implements Value {
    @Override
    public String words() {
      return value ? "yes" : "no";
    }
  }

  record Many(Things things, Amount amount) implements Value {
    @Override
    public String words() {
      return things.words();
    }
  }

  record Spot(PlaceWords place) implements Value {
    @Override
    public String words() {
      return place.words();
    }
  }

  record Items(List<Value> elements) implements Value {
    @Override
    public String words() {
      return elements.isEmpty()
          ? "nothing"
          : elements.stream().map(Value::words).collect(Collectors.joining(", "));
    }
  }

  /** What a function gives back that gives nothing back. */
  record Nothing() implements Value {
    @Override
    public String words() {
      return "nothing";
    }
  }
}
