package io.souschef.app;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;

/** The house as drawn: no arrow runs back up. */
@AnalyzeClasses(packages = "io.souschef", importOptions = WithoutTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule MODULES_KNOW_ONLY_WHAT_THEY_STAND_ON =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("skills")
          .definedBy("io.souschef.skills..")
          .layer("planner")
          .definedBy("io.souschef.planner..")
          .layer("models")
          .definedBy("io.souschef.models..")
          .layer("sim")
          .definedBy("io.souschef.sim..")
          .layer("ros")
          .definedBy("io.souschef.ros..")
          .layer("training")
          .definedBy("io.souschef.training..")
          .layer("web")
          .definedBy("io.souschef.web..")
          .layer("evaluation")
          .definedBy("io.souschef.evaluation..")
          .layer("app")
          .definedBy("io.souschef.app..")
          .whereLayer("app")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("evaluation")
          .mayOnlyBeAccessedByLayers("app")
          .whereLayer("web")
          .mayOnlyBeAccessedByLayers("evaluation", "app")
          .whereLayer("training")
          .mayOnlyBeAccessedByLayers("app")
          .whereLayer("ros")
          .mayOnlyBeAccessedByLayers("app")
          .whereLayer("models")
          .mayOnlyBeAccessedByLayers("training", "app")
          .whereLayer("sim")
          .mayOnlyBeAccessedByLayers("training", "web", "evaluation", "app")
          .whereLayer("planner")
          .mayOnlyBeAccessedByLayers("models", "training", "web", "evaluation", "app")
          .withOptionalLayers(true);

  @ArchTest
  static final ArchRule JBULLET_STAYS_BEHIND_ITS_DOOR =
      ArchRuleDefinition.noClasses()
          .that()
          .resideOutsideOfPackage("io.souschef.sim.physics..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.bulletphysics..", "javax.vecmath..");

  @ArchTest
  static final ArchRule JETTY_STAYS_BEHIND_ITS_DOOR =
      ArchRuleDefinition.noClasses()
          .that()
          .resideOutsideOfPackage("io.souschef.web.server..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.eclipse.jetty..");

  @ArchTest
  static final ArchRule MODULES_HAVE_NO_CYCLES =
      slices().matching("io.souschef.(*)..").should().beFreeOfCycles();
}
