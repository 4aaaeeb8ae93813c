package eu.bekaa.standard.function.local;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import eu.bekaa.standard.data.ReadOnly;
import eu.bekaa.standard.data.Transactional;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.web.Allowed;
import eu.bekaa.standard.web.Open;
import io.micronaut.data.annotation.Query;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.HttpMethodMapping;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// What review forgets.
class ArchitectureTest {
    private static final String ROOT = "eu.bekaa.standard";
    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("/testing/") && !location.contains("shared-testing"))
            // stands for the cloud in tests and benchmarks
            .withImportOption(location -> !location.contains("lambdaruntime"))
            .importPackages(ROOT);
    private static final Set<String> TENANT_TABLES = tenantTables();

    private static Set<String> tenantTables() {
        var pattern = Pattern.compile("CALL tenant_table\\('([a-z_]+)'");
        try (var files = Files.list(Path.of("../../shared/data/src/main/resources/db/migration"))) {
            return files.flatMap(file -> pattern.matcher(text(file)).results())
                    .map((MatchResult match) -> match.group(1))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Test
    void everyRouteNamesItsPermissionOrIsOpen() {
        methods()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(Controller.class)
                .and()
                .areMetaAnnotatedWith(HttpMethodMapping.class)
                .should()
                .beAnnotatedWith(Allowed.class)
                .orShould()
                .beAnnotatedWith(Open.class)
                .check(PRODUCT);
    }

    @Test
    void everyStatementOnATenantTableNamesTheOrganization() {
        methods()
                .that()
                .areAnnotatedWith(Query.class)
                .should(nameTheOrganization())
                .check(PRODUCT);
    }

    private static ArchCondition<JavaMethod> nameTheOrganization() {
        return new ArchCondition<>("name the organization") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                var sql = method.getAnnotationOfType(Query.class).value();
                var words = Set.copyOf(List.of(sql.toLowerCase(Locale.ROOT).split("[^a-z_]+")));
                var tenant = TENANT_TABLES.stream().anyMatch(words::contains);
                if (tenant && !sql.contains(":org")) {
                    events.add(SimpleConditionEvent.violated(method, method.getFullName() + " does not name :org"));
                }
            }
        };
    }

    @Test
    void timeIdsAndEnvironmentAreHandedIn() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(UUID.class, "randomUUID")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                // copies of one snapshot draw alike from it
                .orShould()
                .callMethod(ThreadLocalRandom.class, "current")
                .check(PRODUCT);
    }

    @Test
    void aServiceMethodInATransactionTakesItsCallerFirst() {
        methods()
                .that()
                .areAnnotatedWith(Transactional.class)
                .or()
                .areAnnotatedWith(ReadOnly.class)
                .should(takeACallerFirst())
                .check(PRODUCT);
    }

    private static ArchCondition<JavaMethod> takeACallerFirst() {
        return new ArchCondition<>("take a Caller first") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                var parameters = method.getRawParameterTypes();
                if (parameters.isEmpty() || !parameters.getFirst().isEquivalentTo(Caller.class)) {
                    events.add(SimpleConditionEvent.violated(method, method.getFullName() + " takes no Caller first"));
                }
            }
        };
    }

    @Test
    void functionsHoldNoSql() {
        noClasses()
                .that(resideInAPackage(ROOT + ".function..")
                        .and(DescribedPredicate.not(resideInAPackage(ROOT + ".function.local.."))))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.micronaut.data..", "java.sql..")
                .check(PRODUCT);
    }

    @Test
    void arrowsPointDown() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".kernel..")
                .should()
                .dependOnClassesThat(
                        resideInAPackage(ROOT + "..").and(DescribedPredicate.not(resideInAPackage(ROOT + ".kernel.."))))
                .check(PRODUCT);
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".function..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + ".function..")
                .check(PRODUCT);
        noClasses()
                .that()
                .resideInAnyPackage(ROOT + ".data..", ROOT + ".queue..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        ROOT + ".web..",
                        ROOT + ".catalog..",
                        ROOT + ".knowledge..",
                        ROOT + ".assurance..",
                        ROOT + ".platform..")
                .check(PRODUCT);
        classes()
                .that()
                .resideInAPackage(ROOT + ".catalog..")
                .should()
                .onlyDependOnClassesThat(DescribedPredicate.not(
                        resideInAPackage(ROOT + ".knowledge..").or(resideInAPackage(ROOT + ".assurance.."))))
                .check(PRODUCT);
    }

    @Test
    void packagesFormNoCycles() {
        slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(PRODUCT);
    }
}
