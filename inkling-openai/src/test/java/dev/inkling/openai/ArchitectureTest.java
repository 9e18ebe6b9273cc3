package dev.inkling.openai;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** States which package may know which; {@code docs/architecture.md} says why. */
class ArchitectureTest {
    private static final JavaClasses MODULE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.inkling.openai");

    @Test
    void packagesKnowOnlyThoseBelowThem() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("transport").definedBy("dev.inkling.openai.transport")
                .layer("cost").definedBy("dev.inkling.openai.cost")
                .layer("prompt").definedBy("dev.inkling.openai.prompt")
                .layer("api").definedBy("dev.inkling.openai.api")
                .layer("providers").definedBy("dev.inkling.openai")
                .whereLayer("transport").mayNotAccessAnyLayer()
                .whereLayer("cost").mayNotAccessAnyLayer()
                .whereLayer("prompt").mayNotAccessAnyLayer()
                .whereLayer("api").mayOnlyAccessLayers("transport", "cost")
                .check(MODULE);
    }

    @Test
    void onlyTheTransportTalksToTheNetwork() {
        noClasses().that().resideOutsideOfPackage("dev.inkling.openai.transport")
                .should().dependOnClassesThat().resideInAPackage("java.net.http")
                .orShould().dependOnClassesThat().haveFullyQualifiedName("java.net.Socket")
                .orShould().dependOnClassesThat().haveFullyQualifiedName("java.net.URL")
                .check(MODULE);
    }
}
