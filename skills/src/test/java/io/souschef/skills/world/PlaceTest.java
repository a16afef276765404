package io.souschef.skills.world;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlaceTest {

  private static Place place(String name, Place.Kind kind) {
    return new Place(name, kind, Pose.upright(0, 0, 0, 0), 1, 1);
  }

  @Test
  void aPlaceIsSpokenOfAsPeopleDo() {
    Place table = place("table", Place.Kind.SURFACE);
    assertThat(table.beside()).isEqualTo("at the table");
    assertThat(table.where()).isEqualTo("on the table");
    Place host = place("host", Place.Kind.PERSON);
    assertThat(host.beside()).isEqualTo("beside the host");
    assertThat(host.where()).isEqualTo("with the host");
  }

  @Test
  void whoCallsThemselvesMeIsSpokenToAsYou() {
    for (String name : new String[] {"me", "myself"}) {
      assertThat(place(name, Place.Kind.PERSON).beside()).isEqualTo("beside you");
      assertThat(place(name, Place.Kind.PERSON).where()).isEqualTo("with you");
    }
    assertThat(place("me", Place.Kind.SURFACE).where()).isEqualTo("on the me");
  }
}
