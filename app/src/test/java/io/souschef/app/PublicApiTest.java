package io.souschef.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.stream.Stream;

/** What people who embed the library see of it. */
@AnalyzeClasses(packages = "io.souschef", importOptions = WithoutTests.class)
class PublicApiTest {

  private static final String[] NATIVE = {
    "ai.djl..", "ai.onnxruntime..", "com.bulletphysics..", "javax.vecmath..", "org.objenesis.."
  };

  @ArchTest
  static final ArchRule NO_NATIVE_LIBRARY_IS_SEEN_FROM_OUTSIDE =
      classes()
          .that()
          .resideInAnyPackage(
              "io.souschef.skills..",
              "io.souschef.planner..",
              "io.souschef.models..",
              "io.souschef.sim..")
          // The door to DJL; the packages around it use it, others have no business there.
          .and()
          .resideOutsideOfPackage("io.souschef.models.onnx..")
          .and(areVisible())
          .should(speakOfNothingIn(NATIVE));

  @ArchTest
  static final ArchRule PACKAGES_HAVE_NO_CYCLES =
      slices().matching("io.souschef.(**)").should().beFreeOfCycles();

  private static DescribedPredicate<JavaClass> areVisible() {
    return DescribedPredicate.describe("are visible", PublicApiTest::isVisible);
  }

  private static boolean isVisible(JavaClass type) {
    return type.getModifiers().contains(JavaModifier.PUBLIC)
        && type.getEnclosingClass().map(PublicApiTest::isVisible).orElse(true);
  }

  private static ArchCondition<JavaClass> speakOfNothingIn(String... packages) {
    DescribedPredicate<JavaClass> hidden = JavaClass.Predicates.resideInAnyPackage(packages);
    return new ArchCondition<>("speak of no native library in what others can call") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        Stream.concat(
                type.getRawSuperclass().stream(),
                type.getInterfaces().stream().map(t -> t.toErasure()))
            .filter(hidden)
            .forEach(
                seen ->
                    events.add(
                        SimpleConditionEvent.violated(
                            type, type.getName() + " is a " + seen.getName())));
        type.getMembers().stream()
            .filter(PublicApiTest::isVisible)
            .forEach(
                member ->
                    types(member)
                        .filter(hidden)
                        .forEach(
                            seen ->
                                events.add(
                                    SimpleConditionEvent.violated(
                                        member,
                                        "%s speaks of %s"
                                            .formatted(member.getFullName(), seen.getName())))));
      }
    };
  }

  private static boolean isVisible(JavaMember member) {
    Set<JavaModifier> modifiers = member.getModifiers();
    return modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED);
  }

  /** Everything that a signature names, arguments of generic types included. */
  private static Stream<JavaClass> types(JavaMember member) {
    if (member instanceof JavaCodeUnit unit) {
      return Stream.concat(
          Stream.concat(
              unit.getReturnType().getAllInvolvedRawTypes().stream(),
              unit.getParameterTypes().stream().flatMap(t -> t.getAllInvolvedRawTypes().stream())),
          unit.getThrowsClause().getTypes().stream());
    }
    return member instanceof JavaField field
        ? field.getType().getAllInvolvedRawTypes().stream()
        : Stream.empty();
  }
}
