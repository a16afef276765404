package io.souschef.training.affordance.home;

import static org.assertj.core.api.Assertions.assertThat;

import io.souschef.sim.kitchen.Kitchen;
import io.souschef.sim.kitchen.file.KitchenSource;
import io.souschef.skills.world.Place;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RandomHomesTest {

  private static final int HOMES = 40;

  private final RandomHomes homes = new RandomHomes();

  @Test
  void everySeedMakesAHomeWithAllThatIsNeededToLearn() {
    for (long seed = 1; seed <= HOMES; seed++) {
      Kitchen home = homes.home(seed);
      Set<Place.Kind> kinds = home.places().stream().map(Place::kind).collect(Collectors.toSet());
      assertThat(kinds).as("home %s", seed).contains(Place.Kind.values());
      assertThat(home.catalog().matching("absorbent")).isNotEmpty();
      assertThat(home.catalog().matching("spill")).isNotEmpty();
      assertThat(home.movableParts()).isNotEmpty();
    }
  }

  @Test
  void theSameSeedMakesTheSameHome() {
    assertThat(homes.home(7)).isEqualTo(new RandomHomes().home(7));
    assertThat(homes.home(7)).isNotEqualTo(homes.home(8));
  }

  @Test
  void homesDifferInSizesHeightsDoorsAndWords() {
    Set<Double> heights = new HashSet<>();
    Set<String> words = new HashSet<>();
    Set<Integer> doors = new HashSet<>();
    for (long seed = 1; seed <= HOMES; seed++) {
      Kitchen home = homes.home(seed);
      home.places().forEach(place -> heights.add(place.pose().z()));
      home.places().forEach(place -> words.add(place.name()));
      doors.add(home.movableParts().size());
    }
    assertThat(heights).hasSizeGreaterThan(HOMES);
    assertThat(words).hasSizeGreaterThan(40);
    assertThat(doors).hasSizeGreaterThan(3);
  }

  @Test
  void theSecondHomesWordsStayUnknown() {
    Kitchen flat = KitchenSource.shipped("flat").kitchen();
    Set<String> nouns =
        flat.catalog().kinds().stream().map(kind -> kind.noun()).collect(Collectors.toSet());
    Set<String> places = flat.places().stream().map(Place::name).collect(Collectors.toSet());
    for (long seed = 1; seed <= HOMES; seed++) {
      Kitchen home = homes.home(seed);
      assertThat(home.catalog().kinds()).noneMatch(kind -> nouns.contains(kind.noun()));
      assertThat(home.places()).noneMatch(place -> places.contains(place.name()));
    }
  }
}
