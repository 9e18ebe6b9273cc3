package dev.inkling.onnx;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** States who may know whom; {@code docs/architecture.md} says why. */
class ArchitectureTest {
    private static final JavaClasses MODULE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.inkling.onnx");

    @Test
    void networksDoNotKnowWhereTheyAreKept() {
        noClasses().that().resideInAPackage("dev.inkling.onnx")
                .should().dependOnClassesThat().resideInAPackage("dev.inkling.onnx.models")
                .check(MODULE);
    }

    @Test
    void oneClassMakesRequests() {
        noClasses().that().doNotHaveSimpleName("HubConnection")
                .should().dependOnClassesThat().haveNameMatching("java\\.net\\.http\\.Http(Client|Request).*")
                .orShould().dependOnClassesThat().haveFullyQualifiedName("java.net.Socket")
                .orShould().dependOnClassesThat().haveFullyQualifiedName("java.net.URL")
                .check(MODULE);
    }
}
