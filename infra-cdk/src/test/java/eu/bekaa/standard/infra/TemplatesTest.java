package eu.bekaa.standard.infra;

import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.lambdaruntime.Launch;
import eu.bekaa.standard.queue.Queue;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.assertions.Matcher;

/// What the templates promise, for production.
class TemplatesTest {
    private static final Synthesis STAGE = Synthesis.production();

    @Test
    void onlyWhoMustCallTheInternetIsPlacedWhereThatIsPossible() {
        STAGE.network().resourceCountIs("AWS::EC2::NatGateway", 1);
        STAGE.network().hasResourceProperties("AWS::EC2::VPCEndpoint", Map.of("VpcEndpointType", "Gateway"));
        STAGE.functions().findResources("AWS::Lambda::Function").forEach((id, function) -> {
            var place = String.valueOf(function.get("Properties"));
            if (place.contains("SubnetIds")) {
                var goesOut = Deployables.ALL.stream()
                        .filter(Deployable::goesOut)
                        .anyMatch(deployable -> id.startsWith(deployable.name() + "Function"));
                assertThat(place.contains("outwardSubnet")).as(id).isEqualTo(goesOut);
            }
        });
    }

    @Test
    void theDatabaseIsEncryptedBackedUpAndProtected() {
        STAGE.data()
                .hasResourceProperties(
                        "AWS::RDS::DBCluster",
                        Map.of(
                                "Engine", "aurora-postgresql",
                                "StorageEncrypted", true,
                                "DeletionProtection", true,
                                "BackupRetentionPeriod", 35,
                                "EnableIAMDatabaseAuthentication", true,
                                "ManageMasterUserPassword", true));
        STAGE.data().resourceCountIs("AWS::RDS::DBInstance", 2);
        STAGE.data().allResourcesProperties("AWS::RDS::DBInstance", Map.of("PubliclyAccessible", false));
    }

    @Test
    void theProxyTakesTokensOverTlsAndShowsTokensItself() {
        STAGE.data()
                .hasResourceProperties(
                        "AWS::RDS::DBProxy", Map.of("RequireTLS", true, "DefaultAuthScheme", "IAM_AUTH"));
    }

    @Test
    void theBucketIsPrivateEncryptedVersionedAndKept() {
        STAGE.storage()
                .hasResource(
                        "AWS::S3::Bucket",
                        Map.of(
                                "DeletionPolicy",
                                "Retain",
                                "Properties",
                                Match.objectLike(Map.of(
                                        "VersioningConfiguration",
                                        Map.of("Status", "Enabled"),
                                        "PublicAccessBlockConfiguration",
                                        Map.of(
                                                "BlockPublicAcls", true,
                                                "BlockPublicPolicy", true,
                                                "IgnorePublicAcls", true,
                                                "RestrictPublicBuckets", true),
                                        "BucketEncryption",
                                        Match.objectLike(Map.of(
                                                "ServerSideEncryptionConfiguration",
                                                List.of(Match.objectLike(Map.of(
                                                        "ServerSideEncryptionByDefault",
                                                        Match.objectLike(Map.of("SSEAlgorithm", "aws:kms")))))))))));
    }

    @Test
    void uploadsAreAnnouncedOnTheirQueueAlone() {
        STAGE.storage()
                .hasResourceProperties(
                        "Custom::S3BucketNotifications",
                        Map.of(
                                "NotificationConfiguration",
                                Match.objectLike(Map.of(
                                        "QueueConfigurations",
                                        List.of(Match.objectLike(Map.of(
                                                "Events",
                                                List.of("s3:ObjectCreated:*"),
                                                "Filter",
                                                Map.of(
                                                        "Key",
                                                        Map.of(
                                                                "FilterRules",
                                                                List.of(Map.of(
                                                                        "Name",
                                                                        "prefix",
                                                                        "Value",
                                                                        "incoming/")))))))))));
    }

    @Test
    void everyQueueHasADeadLetterQueueAndOutwaitsItsFunction() {
        STAGE.storage().resourceCountIs("AWS::SQS::Queue", 2 * Queue.values().length);
        for (Queue queue : Queue.values()) {
            var timeout = Deployables.consumer(queue).timeout().toSeconds();
            STAGE.storage()
                    .hasResourceProperties(
                            "AWS::SQS::Queue",
                            Map.of(
                                    "QueueName",
                                    "standard-prod-" + queue,
                                    "VisibilityTimeout",
                                    timeout + 30,
                                    "SqsManagedSseEnabled",
                                    true,
                                    "RedrivePolicy",
                                    Match.objectLike(Map.of("maxReceiveCount", 5))));
            STAGE.storage()
                    .hasResourceProperties("AWS::SQS::Queue", Map.of("QueueName", "standard-prod-" + queue + "-dead"));
        }
    }

    @Test
    void everyFunctionIsAsTheListSays() {
        for (var deployable : Deployables.ALL) {
            var migrates = deployable.trigger() instanceof Trigger.Deployment;
            var template = migrates ? STAGE.data() : STAGE.functions();
            template.hasResourceProperties(
                    "AWS::Lambda::Function",
                    Map.of(
                            "FunctionName", "standard-prod-" + deployable.name(),
                            "Handler", deployable.handler(),
                            "Runtime", "java25",
                            "Architectures", List.of("arm64"),
                            "MemorySize", deployable.memoryMb(),
                            "Timeout", deployable.timeout().toSeconds(),
                            "TracingConfig", Map.of("Mode", "Active"),
                            "Environment", variables("JAVA_TOOL_OPTIONS", String.join(" ", Launch.TUNED)),
                            "SnapStart", migrates ? Match.absent() : Map.of("ApplyOn", "PublishedVersions")));
        }
    }

    private static Matcher variables(String name, String value) {
        return Match.objectLike(Map.of("Variables", Match.objectLike(Map.of(name, value))));
    }

    @Test
    void everyPrefixIsRoutedAndTheRestIsRefusedByThePlatform() {
        for (var deployable : Deployables.ALL) {
            if (deployable.trigger() instanceof Trigger.Requests requests) {
                requests.paths()
                        .forEach(path -> STAGE.functions()
                                .hasResourceProperties(
                                        "AWS::ApiGatewayV2::Route",
                                        Map.of("RouteKey", "ANY " + path, "AuthorizationType", "NONE")));
            }
        }
        STAGE.functions().hasResourceProperties("AWS::ApiGatewayV2::Route", Map.of("RouteKey", "ANY /{proxy+}"));
    }

    @Test
    void aFunctionsPolicyHoldsOnePermissionForTheWholeApi() {
        var permissions = STAGE.functions()
                .findResources(
                        "AWS::Lambda::Permission",
                        Map.of("Properties", Map.of("Principal", "apigateway.amazonaws.com")));
        var functions = Deployables.ALL.stream()
                .filter(deployable -> deployable.trigger() instanceof Trigger.Requests)
                .count();
        assertThat(permissions).hasSize((int) functions);
    }

    @Test
    void theApiIsThrottledAndItsAccessesAreLogged() {
        STAGE.functions()
                .hasResourceProperties(
                        "AWS::ApiGatewayV2::Stage",
                        Map.of(
                                "DefaultRouteSettings",
                                Match.objectLike(Map.of("ThrottlingRateLimit", 500, "ThrottlingBurstLimit", 1000)),
                                "AccessLogSettings",
                                Match.anyValue()));
    }

    @Test
    void queuesCallTheirFunctionOneMessageAtATimeAndHearWhichFailed() {
        STAGE.functions().resourceCountIs("AWS::Lambda::EventSourceMapping", Queue.values().length);
        STAGE.functions()
                .allResourcesProperties(
                        "AWS::Lambda::EventSourceMapping",
                        Map.of("BatchSize", 1, "FunctionResponseTypes", List.of("ReportBatchItemFailures")));
    }

    @Test
    void theClockTicks() {
        STAGE.functions()
                .hasResourceProperties(
                        "AWS::Events::Rule",
                        Map.of("Name", "standard-prod-every-minute", "ScheduleExpression", "rate(1 minute)"));
        STAGE.functions()
                .hasResourceProperties(
                        "AWS::Events::Rule",
                        Map.of("Name", "standard-prod-every-hour", "ScheduleExpression", "rate(1 hour)"));
    }

    @Test
    void theSchemaIsBroughtUpToDateBeforeAnyFunctionIsTouched() {
        STAGE.data().resourceCountIs("Custom::Trigger", 1);
        assertThat(STAGE.app.functions.getDependencies()).contains(STAGE.app.data);
    }

    @Test
    void everyFunctionQueueAndTheApiAreWatched() {
        var alarms = STAGE.observability().findResources("AWS::CloudWatch::Alarm").values().stream()
                .map(alarm -> String.valueOf(alarm.get("Properties")))
                .toList();
        for (var deployable : Deployables.ALL) {
            assertThat(alarms).anyMatch(alarm -> alarm.contains("standard-prod-" + deployable.name() + "-errors"));
        }
        for (Queue queue : Queue.values()) {
            assertThat(alarms)
                    .anyMatch(alarm -> alarm.contains("standard-prod-" + queue + "-dead") && alarm.contains("Visible"))
                    .anyMatch(alarm -> alarm.contains("standard-prod-" + queue + "-stale") && alarm.contains("Age"));
        }
        for (var name : List.of(
                "api-failures", "api-slow", "cold-starts", "database-full", "database-pinned", "schedules-silent")) {
            assertThat(alarms).anyMatch(alarm -> alarm.contains("standard-prod-" + name));
        }
        STAGE.observability()
                .allResourcesProperties("AWS::CloudWatch::Alarm", Map.of("AlarmActions", Match.anyValue()));
        STAGE.observability().resourceCountIs("AWS::CloudWatch::Dashboard", 1);
        STAGE.observability()
                .hasResourceProperties("AWS::SNS::Subscription", Map.of("Endpoint", "on-call@example.org"));
    }
}
