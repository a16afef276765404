package io.souschef.training.language.corpus.episode;

import static io.souschef.training.language.corpus.CorpusFixture.kitchen;
import static io.souschef.training.language.corpus.CorpusFixture.plan;
import static io.souschef.training.language.corpus.CorpusFixture.thing;
import static io.souschef.training.language.corpus.CorpusFixture.world;
import static org.assertj.core.api.Assertions.assertThat;

import io.souschef.training.language.corpus.scene.World;
import org.junit.jupiter.api.Test;

class GoalPlannerTest {

  @Test
  void bringingEndsWithTheObjectPutDownAtTheUser() {
    assertThat(plan("bring(X=coke)", world(thing("coke", "table"))))
        .containsExactly(
            "find a coke", "pick up the coke", "bring it to you", "put down the coke", "done");
  }

  @Test
  void whatIsSeenIsPreferredToWhatWouldAlsoDo() {
    assertThat(plan("bring(X:fruit)", world(thing("pear", "table"), thing("coke", "table"))))
        .first()
        .isEqualTo("find a pear");
  }

  @Test
  void theOneAtThePlaceThatWasSaidIsFetchedFromThere() {
    assertThat(
            plan(
                "bring(X=coke@P=table)",
                world(thing("coke", "far counter"), thing("coke", "table"))))
        .containsExactly(
            "go to the table", "pick up the coke", "bring it to you", "put down the coke", "done");
  }

  @Test
  void anotherKindIsFetchedWhereTheKindsAreToDiffer() {
    assertThat(
            plan(
                "bring(X:fruit);bring(Y:fruit!X)",
                world(thing("apple", "table"), thing("apple", "table"), thing("pear", "table"))))
        .contains("pick up the apple", "pick up the pear");
  }

  @Test
  void severalOfOneDescriptionAreOfDifferentKindsWherePossible() {
    World world =
        world(thing("coke", "table"), thing("coke", "table"), thing("pepsi", "far counter"));
    assertThat(plan("bring(2 X:soda)", world)).contains("pick up the coke", "pick up the pepsi");
    assertThat(plan("bring(2 X:soda)", world(thing("coke", "table"), thing("coke", "far counter"))))
        .filteredOn("pick up the coke"::equals)
        .hasSize(2);
  }

  @Test
  void everyOneOfAKindIsFetchedInItsTurn() {
    assertThat(
            plan(
                "discard(all X=rice chips)",
                world(thing("rice chips", "table"), thing("rice chips", "far counter"))))
        .containsExactly(
            "find some rice chips",
            "pick up the rice chips",
            "go to the trash can",
            "put down the rice chips",
            "find some rice chips",
            "pick up the rice chips",
            "go to the trash can",
            "put down the rice chips",
            "done");
  }

  @Test
  void movingGoesToThePlace() {
    assertThat(plan("move(X=apple,P=far counter)", world(thing("apple", "table"))))
        .containsExactly(
            "find an apple",
            "pick up the apple",
            "go to the far counter",
            "put down the apple",
            "done");
  }

  @Test
  void aFridgeIsOpenedWithAFreeHandAndClosedInTheEnd() {
    assertThat(plan("stow(X=apple,P=fridge)", world(thing("apple", "table"))))
        .containsExactly(
            "go to the fridge",
            "open the fridge",
            "find an apple",
            "pick up the apple",
            "go to the fridge",
            "put the apple in the fridge",
            "close the fridge",
            "done");
  }

  @Test
  void aFridgeStaysOpenBetweenTwoThingsThatGoIn() {
    assertThat(
            plan(
                "stow(X=apple,P=fridge);stow(Y=pear,P)",
                world(thing("apple", "table"), thing("pear", "table"))))
        .containsOnlyOnce("open the fridge", "close the fridge")
        .endsWith("put the pear in the fridge", "close the fridge", "done");
  }

  @Test
  void whatIsBehindADoorIsTakenOut() {
    assertThat(plan("bring(X=milk carton@P=fridge)", world(thing("milk carton", "fridge"))))
        .containsExactly(
            "go to the fridge",
            "open the fridge",
            "take the milk carton out of the fridge",
            "bring it to you",
            "put down the milk carton",
            "done");
  }

  @Test
  void wipingTakesSomethingToWipeWith() {
    assertThat(plan("wipe(P=table)", world(thing("sponge", "far counter"))))
        .containsExactly(
            "find a sponge", "pick up the sponge", "go to the table", "wipe the table", "done");
  }

  @Test
  void whatIsHeldNeedNoFinding() {
    World world = world(thing("coke", "table"));
    world.held = world.things.get(0);

    assertThat(plan("recycle(X=coke)", world))
        .containsExactly("go to the recycling bin", "put down the coke", "done");
  }

  @Test
  void whatIsInTheWayIsPutDownFirst() {
    World world = world(thing("coke", "table"), thing("apple", "table"));
    world.held = world.things.get(0);

    assertThat(plan("compost(X=apple)", world))
        .startsWith("put down the coke", "find an apple", "pick up the apple");
  }

  @Test
  void lettingGoIsOneStep() {
    World world = world(thing("coke", "table"));
    world.held = world.things.get(0);

    assertThat(plan("release(X=coke)", world)).containsExactly("put down the coke", "done");
  }

  @Test
  void pickingUpStaysThere() {
    assertThat(plan("pick(X=coke)", world(thing("coke", "table"))))
        .containsExactly("find a coke", "pick up the coke", "done");
  }

  @Test
  void findingStaysThere() {
    assertThat(plan("find(X=coke)", world(thing("coke", "table"))))
        .containsExactly("find a coke", "done");
  }

  @Test
  void placesAreVisitedInOrder() {
    assertThat(plan("visit(P=table);visit(Q=sink)", world()))
        .containsExactly("go to the table", "go to the sink", "done");
  }

  @Test
  void aVisitToWhereTheRobotStandsIsDone() {
    World world = world();
    world.at = kitchen().spot("sink").orElseThrow();

    assertThat(plan("visit(P=sink)", world)).containsExactly("done");
  }

  @Test
  void doorsAreOpenedAndClosed() {
    World world = world();
    world.open.add(kitchen().spot("top drawer").orElseThrow());

    assertThat(plan("open(P=fridge);close(Q=top drawer)", world))
        .containsExactly(
            "go to the fridge",
            "open the fridge",
            "go to the top drawer",
            "close the top drawer",
            "done");
  }

  @Test
  void thingsAreStoodUpKnockedOverAndMovedTogether() {
    assertThat(plan("upright(X=mug)", world(thing("mug", "table"))))
        .containsExactly("find a mug", "place the mug upright", "done");
    assertThat(plan("knock(X=cup)", world(thing("cup", "table"))))
        .containsExactly("find a cup", "knock over the cup", "done");
    assertThat(plan("near(X=apple,Y=cup)", world(thing("apple", "table"), thing("cup", "table"))))
        .containsExactly("find an apple", "move the apple near the cup", "done");
  }

  @Test
  void nothingToDoIsDoneAtOnce() {
    assertThat(plan("none()", world())).containsExactly("done");
  }

  @Test
  void whatIsNowhereIsGivenUp() {
    assertThat(plan("bring(X=lemon)", world(thing("coke", "table"))))
        .contains("find a lemon")
        .doesNotContain("pick up the lemon")
        .endsWith("done");
  }
}
