package eu.bekaa.standard.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Who may do what, read from the templates.
class LeastPrivilegeTest {
    private static Roles roles;

    @BeforeAll
    static void read() {
        roles = Roles.of(
                Deployables.ALL,
                Synthesis.production().functions(),
                Synthesis.production().data());
    }

    @Test
    void everyFunctionHasARoleOfItsOwn() {
        assertThat(roles.functions())
                .containsExactlyInAnyOrderElementsOf(
                        Deployables.ALL.stream().map(Deployable::name).toList());
    }

    @Test
    void reportsAloneWritesReportsAndOnlyAssessmentsReadsThem() {
        assertThat(roles.may("s3:PutObject", "/reports/*")).containsExactly("reports");
        assertThat(roles.may("s3:GetObject", "/reports/*")).containsExactly("assessments");
        assertThat(roles.may("s3:DeleteObject", "/reports/*")).isEmpty();
    }

    @Test
    void documentsAreWrittenWhereTheyAreTakenInAndReadWhereTheyAreNeeded() {
        assertThat(roles.may("s3:PutObject", "/documents/*")).containsExactly("documents", "schedules", "uploads");
        assertThat(roles.may("s3:GetObject", "/documents/*")).containsExactly("documents", "ingestion");
        assertThat(roles.may("s3:DeleteObject", "/documents/*")).containsExactly("documents", "schedules");
    }

    @Test
    void theCatalogTouchesTheSourcesOfImportsAndNothingElse() {
        assertThat(roles.of("catalog"))
                .filteredOn(statement -> statement.actions().stream()
                        .anyMatch(action -> action.startsWith("s3:") && !action.equals("s3:ListBucket")))
                .isNotEmpty()
                .allSatisfy(statement -> assertThat(statement.resource()).contains("/imports/*"));
        assertThat(roles.may("s3:PutObject", "/imports/*")).containsExactly("catalog");
    }

    @Test
    void whoHasNoFilesHasNoKeyToThem() {
        for (var function : Set.of("knowledge", "agents", "embeddings", "analysis")) {
            assertThat(roles.of(function))
                    .allSatisfy(statement -> assertThat(statement.actions())
                            .noneMatch(action -> action.startsWith("s3:") || action.startsWith("kms:")));
        }
    }

    @Test
    void nobodyButTheScheduleRingsEveryQueue() {
        var ringing = new TreeSet<String>();
        for (var function : roles.functions()) {
            var queues = roles.of(function).stream()
                    .filter(statement -> statement.actions().contains("sqs:SendMessage"))
                    .mapToInt(statement -> statement.resource().split("Arn").length - 1)
                    .sum();
            if (queues > 3) {
                ringing.add(function);
            }
        }
        assertThat(ringing).containsExactly("schedules");
    }

    @Test
    void functionsLogInAsTheApplicationAndOnlyTheMigrationsAsTheOwner() {
        var application = new TreeSet<>(roles.functions());
        application.remove(Deployables.MIGRATIONS);
        assertThat(roles.may("rds-db:connect", "/standard_app")).isEqualTo(application);
        assertThat(roles.may("rds-db:connect", "/standard_owner")).containsExactly(Deployables.MIGRATIONS);
        assertThat(roles.may("rds-db:connect", "/*")).isEmpty();
    }

    @Test
    void secretsAreUnwrappedWhereTheyAreUsedLettersSentAndModelsAskedWhereThatIsTheirWork() {
        assertThat(roles.may("kms:GenerateDataKey", "GetAttSecrets")).containsExactly("deliveries", "platform");
        assertThat(roles.may("ses:SendEmail", "")).containsExactly("deliveries");
        assertThat(roles.may("bedrock:InvokeModel", "")).containsExactly("analysis");
    }

    @Test
    void theModelOfTheStageIsAskedAndNoOther() {
        assertThat(roles.may("bedrock:InvokeModel", "foundation-model/a-model")).containsExactly("analysis");
        assertThat(roles.may("bedrock:InvokeModel", "inference-profile/eu.a-model"))
                .containsExactly("analysis");
        assertThat(roles.may("bedrock:InvokeModel", "/*")).isEmpty();
    }

    @Test
    void auditLogsAreSignedWhereTheClockOrAnAuditorAsksForItByAKeyThatDoesNothingElse() {
        assertThat(roles.may("kms:Sign", "GetAttSigning")).containsExactly("platform", "schedules");
        assertThat(roles.may("kms:Sign", "GetAttSecrets")).isEmpty();
        assertThat(roles.may("kms:Decrypt", "GetAttSigning")).isEmpty();
        Synthesis.production()
                .storage()
                .hasResourceProperties(
                        "AWS::KMS::Key", Map.of("KeySpec", "ECC_NIST_EDWARDS25519", "KeyUsage", "SIGN_VERIFY"));
    }

    @Test
    void onlyTheMigrationsReadASecret() {
        assertThat(roles.may("secretsmanager:GetSecretValue", "")).containsExactly(Deployables.MIGRATIONS);
    }

    @Test
    void anActionOnEverythingIsOneThatKnowsNoResources() {
        for (var function : roles.functions()) {
            assertThat(roles.of(function))
                    .filteredOn(statement -> statement.resource().equals("*"))
                    .allSatisfy(statement -> assertThat(statement.actions())
                            .allMatch(action -> action.startsWith("ec2:") || action.startsWith("xray:Put")));
            assertThat(roles.of(function))
                    .allSatisfy(statement -> assertThat(statement.actions()).noneMatch(action -> action.contains("*")));
        }
    }

    @Test
    void listingsAreConfinedToTheirPrefix() {
        for (var function : roles.functions()) {
            assertThat(roles.of(function))
                    .filteredOn(statement -> statement.actions().contains("s3:ListBucket"))
                    .allSatisfy(statement -> assertThat(statement.condition()).contains("s3:prefix"));
        }
    }
}
