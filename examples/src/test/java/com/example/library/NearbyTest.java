package com.example.library;

import io.souschef.planner.affordance.AffordanceFunction;
import io.souschef.planner.affordance.AffordanceFunctionContract;

class NearbyTest extends AffordanceFunctionContract {

  @Override
  protected AffordanceFunction create() {
    return new Nearby();
  }
}
