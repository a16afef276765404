package com.example.library;

import io.souschef.planner.affordance.AffordanceFunction;
import io.souschef.planner.affordance.AffordanceProvider;

/** {@code --affordance nearby}. */
public final class NearbyProvider implements AffordanceProvider {

  @Override
  public String scheme() {
    return "nearby";
  }

  @Override
  public String description() {
    return "what is near works";
  }

  @Override
  public AffordanceFunction open(String argument) {
    return new Nearby();
  }
}
