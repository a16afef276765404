package io.souschef.models.affordance;

import io.souschef.planner.affordance.Attempts;
import io.souschef.skills.GroundedSkill;
import io.souschef.skills.world.Observation;
import io.souschef.skills.world.ObservedObject;
import io.souschef.skills.world.PlaceState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Turns what a robot observes, and skills with their arguments and earlier failures, into the
 * columns of {@link FeatureLayout} and into texts. Everything comes from the observation and the
 * skills' words; no kitchen, object or skill is known by name. Stateless and safe for use by
 * several threads.
 *
 * <p>A skill's first object is its argument {@code object}; any other argument that is not a known
 * place is its second object. A skill that names no object is described with what is held.
 */
public final class ObservationEncoder {

  /**
   * Encodes all skills of one observation together; kinds and places are measured once each.
   *
   * @param earlier what failed before in the episode
   */
  public EncodedSkills encode(
      Observation observation, Attempts earlier, List<GroundedSkill> skills) {
    return new Run(observation, earlier, skills.size()).encode(skills);
  }

  /** One observation's work: blocks are filled once for each kind and place, then copied. */
  private static final class Run {
    private final SceneGeometry scene;
    private final Attempts earlier;
    private final BlockWriter writer;
    private final float[] features;
    private final float[] robot = new float[RobotFeature.values().length];
    private final Map<String, float[]> placeBlocks = new HashMap<>();
    private final Map<List<String>, Individual> individuals = new HashMap<>();
    private final List<String> texts = new ArrayList<>(List.of(""));
    private final Map<String, Integer> textIndex = new HashMap<>(Map.of("", 0));

    /** An object with its block; {@code object} is null when none of the kind is known. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Individual(@Nullable ObservedObject object, float[] block) {}

    Run(Observation observation, Attempts earlier, int count) {
      this.earlier = earlier;
      scene = new SceneGeometry(observation);
      writer = new BlockWriter(scene);
      features = new float[count * FeatureLayout.WIDTH];
      writer.robot(robot, 0);
    }

    EncodedSkills encode(List<GroundedSkill> skills) {
      int[] wording = new int[skills.size()];
      int[] object = new int[skills.size()];
      int[] place = new int[skills.size()];
      for (int i = 0; i < skills.size(); i++) {
        GroundedSkill skill = skills.get(i);
        Arguments arguments = arguments(skill);
        int row = i * FeatureLayout.WIDTH;
        write(row, arguments);
        earlier
            .of(skill)
            .ifPresent(
                failed -> AttemptFeature.write(features, row + FeatureLayout.ATTEMPT, failed));
        wording[i] = text(skill.wording());
        object[i] = text(arguments.objectText());
        place[i] = text(skill.place().orElse(""));
      }
      return new EncodedSkills(skills.size(), features, texts, wording, object, place);
    }

    private Arguments arguments(GroundedSkill skill) {
      @Nullable String other = null;
      for (Map.Entry<String, String> argument : skill.arguments().entrySet()) {
        if (!argument.getKey().equals("object") && scene.place(argument.getValue()) == null) {
          other =
              skill.place().filter(argument.getValue()::equals).isPresent()
                  ? other
                  : argument.getValue();
        }
      }
      Optional<ObservedObject> held = scene.observation().held();
      @Nullable String kind = skill.object().or(() -> held.map(ObservedObject::kind)).orElse(null);
      return new Arguments(kind, skill.object().isPresent(), other, skill.place().orElse(null));
    }

    private record Arguments(
        @Nullable String kind, boolean asked, @Nullable String other, @Nullable String place) {
      String objectText() {
        return kind == null ? "" : kind;
      }
    }

    private void write(int row, Arguments arguments) {
      System.arraycopy(robot, 0, features, row + FeatureLayout.ROBOT, robot.length);
      @Nullable ObservedObject object = null;
      if (arguments.kind() != null) {
        Individual found = individual(arguments.kind(), arguments.asked(), arguments.place());
        object = found.object();
        copy(found.block(), row + FeatureLayout.OBJECT);
        if (object != null && !scene.isHeld(object)) {
          placeBlock(scene.placeOf(object), row + FeatureLayout.SUPPORT);
        }
      }
      @Nullable ObservedObject other = null;
      if (arguments.other() != null) {
        Individual found = individual(arguments.other(), true, null);
        other = found.object();
        copy(found.block(), row + FeatureLayout.OTHER);
      }
      @Nullable PlaceState place =
          arguments.place() == null ? null : scene.place(arguments.place());
      placeBlock(place, row + FeatureLayout.PLACE);
      scene
          .observation()
          .at()
          .ifPresent(here -> placeBlock(scene.place(here), row + FeatureLayout.HERE));
      writer.relation(features, row + FeatureLayout.RELATION, object, other, place);
    }

    private Individual individual(String kind, boolean asked, @Nullable String at) {
      List<String> key = List.of(kind, asked ? "asked" : "", at == null ? "" : at);
      return individuals.computeIfAbsent(
          key,
          ignored -> {
            float[] block = new float[ObjectFeature.values().length];
            ObservedObject object = scene.individual(kind, at);
            writer.object(block, 0, kind, object, asked);
            return new Individual(object, block);
          });
    }

    private void placeBlock(@Nullable PlaceState state, int at) {
      if (state != null) {
        copy(
            placeBlocks.computeIfAbsent(
                state.place().name(),
                ignored -> {
                  float[] block = new float[PlaceFeature.values().length];
                  writer.place(block, 0, state);
                  return block;
                }),
            at);
      }
    }

    private void copy(float[] block, int at) {
      System.arraycopy(block, 0, features, at, block.length);
    }

    private int text(String text) {
      return textIndex.computeIfAbsent(
          text,
          added -> {
            texts.add(added);
            return texts.size() - 1;
          });
    }
  }
}
