package dev.inkling;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** States which package may know which; {@code docs/architecture.md} says why. */
class ArchitectureTest {
    private static final JavaClasses CORE =
            new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("dev.inkling");

    @Test
    void packagesKnowOnlyThoseBelowThem() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("image").definedBy("dev.inkling.image")
                .layer("vocabulary").definedBy("dev.inkling")
                .layer("entropy").definedBy("dev.inkling.entropy")
                .layer("text").definedBy("dev.inkling.text")
                .layer("picture").definedBy("dev.inkling.picture")
                .layer("vector").definedBy("dev.inkling.vector")
                .layer("sketch").definedBy("dev.inkling.sketch")
                .layer("bitstream").definedBy("dev.inkling.bitstream")
                .layer("metrics").definedBy("dev.inkling.metrics")
                .layer("codec").definedBy("dev.inkling.codec")
                .layer("classical").definedBy("dev.inkling.classical")
                .whereLayer("image").mayNotAccessAnyLayer()
                .whereLayer("vocabulary").mayOnlyAccessLayers("image")
                .whereLayer("entropy").mayOnlyAccessLayers("vocabulary")
                .whereLayer("text").mayOnlyAccessLayers("entropy", "vocabulary")
                .whereLayer("picture").mayOnlyAccessLayers("entropy", "vocabulary", "image")
                .whereLayer("vector").mayOnlyAccessLayers("entropy", "vocabulary")
                .whereLayer("sketch").mayOnlyAccessLayers("entropy", "vocabulary", "image")
                .whereLayer("bitstream").mayOnlyAccessLayers(
                        "text", "picture", "vector", "sketch", "entropy", "vocabulary", "image")
                .whereLayer("metrics").mayOnlyAccessLayers("image")
                .whereLayer("classical").mayOnlyAccessLayers("vocabulary", "image")
                .whereLayer("codec").mayOnlyAccessLayers(
                        "bitstream", "text", "vector", "entropy", "metrics", "vocabulary", "image")
                .check(CORE);
    }

    @Test
    void everyPackageIsInTheTable() {
        classes().should().resideInAnyPackage(
                "dev.inkling", "dev.inkling.image", "dev.inkling.entropy", "dev.inkling.text", "dev.inkling.picture",
                "dev.inkling.vector", "dev.inkling.sketch", "dev.inkling.bitstream", "dev.inkling.metrics", "dev.inkling.codec", "dev.inkling.classical")
                .check(CORE);
    }

    @Test
    void coreDependsOnTheJdkAlone() {
        classes().should().onlyDependOnClassesThat()
                .resideInAnyPackage("dev.inkling..", "java..", "javax.imageio..", "org.jspecify.annotations")
                .check(CORE);
    }

    @Test
    void bitstreamLayerTakesNoRandomnessTimeOrLocale() {
        noClasses().that().resideInAnyPackage(
                        "dev.inkling.entropy", "dev.inkling.text", "dev.inkling.picture", "dev.inkling.vector", "dev.inkling.sketch",
                        "dev.inkling.bitstream")
                .should().dependOnClassesThat().haveFullyQualifiedName("java.util.concurrent.ThreadLocalRandom")
                .orShould().dependOnClassesThat().haveFullyQualifiedName("java.util.Random")
                .orShould().dependOnClassesThat().resideInAPackage("java.time..")
                .check(CORE);
    }
}
