package io.souschef.sim.behavior.run;

import io.souschef.sim.body.RobotBody;
import io.souschef.sim.kitchen.shape.Vec3;
import io.souschef.sim.physics.KitchenWorld;
import io.souschef.skills.world.Observation;

/** What the robot perceives and remembers. Never the truth. */
public interface Senses {

  /** Turns the head camera to a point of the map and takes a picture. */
  void look(Vec3 target);

  /** Takes a picture with the camera in the palm. */
  void lookFromHand(Vec3 target);

  /** What is known now. */
  Observation observe();

  /** The same senses and memories in a copied world. */
  Senses copyIn(KitchenWorld kitchen, RobotBody robot, Diary diary);
}
