package eu.bekaa.standard.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.assertions.Template;

class StagesTest {
    @Test
    void aTrialIsSmallAndLeavesNothingBehind() {
        var trial = Synthesis.trial();
        trial.data()
                .hasResource(
                        "AWS::RDS::DBCluster",
                        Map.of(
                                "DeletionPolicy",
                                "Delete",
                                "Properties",
                                Match.objectLike(Map.of("BackupRetentionPeriod", 1, "DeletionProtection", false))));
        trial.data().resourceCountIs("AWS::RDS::DBInstance", 1);
        trial.storage().allResources("AWS::S3::Bucket", Map.of("DeletionPolicy", "Delete"));
        trial.functions()
                .hasResourceProperties("AWS::Lambda::Function", Map.of("FunctionName", "standard-dev-catalog"));
        trial.functions().resourceCountIs("AWS::ApiGatewayV2::DomainName", 0);
        assertThat(trial.functions().findResources("AWS::IAM::Policy").toString())
                .doesNotContain("ses:", "bedrock:");
    }

    @Test
    void aStageWithItsOwnNameIsReachedByThatNameAlone() {
        var named = Synthesis.of(
                "prod",
                Map.of(
                        "domain",
                        "standard.example.org",
                        "certificate",
                        "arn:aws:acm:eu-central-1:123456789012:certificate/1",
                        "snapshot",
                        "arn:aws:rds:eu-central-1:123456789012:cluster-snapshot:before"));
        named.functions()
                .hasResourceProperties("AWS::ApiGatewayV2::DomainName", Map.of("DomainName", "standard.example.org"));
        named.functions().hasResourceProperties("AWS::ApiGatewayV2::Api", Map.of("DisableExecuteApiEndpoint", true));
        named.data()
                .hasResourceProperties(
                        "AWS::RDS::DBCluster",
                        Map.of(
                                "SnapshotIdentifier",
                                "arn:aws:rds:eu-central-1:123456789012:cluster-snapshot:before",
                                "MasterUsername",
                                Match.absent(),
                                "KmsKeyId",
                                Match.absent()));
    }

    @Test
    void aContainerIsMadeOnlyWhereAnImageIsNamedAndMayWhatTheApisFunctionsMay() {
        assertThat(Synthesis.production().app.container).isNull();
        var named = Synthesis.of(
                "prod",
                Map.of(
                        "image",
                        "example.org/standard:1",
                        "imageCertificate",
                        "arn:aws:acm:r:123456789012:certificate/2"));
        var container = Template.fromStack(Objects.requireNonNull(named.app.container));
        container.hasResourceProperties("AWS::ECS::Service", Map.of("DesiredCount", 2, "LaunchType", "FARGATE"));
        container.hasResourceProperties(
                "AWS::ElasticLoadBalancingV2::Listener", Map.of("Port", 443, "Protocol", "HTTPS"));
        var policies = container.findResources("AWS::IAM::Policy").toString();
        assertThat(policies).contains("/standard_app").doesNotContain("/standard_owner");
        assertThat(NagTest.findings(named.app.container)).isEmpty();
    }

    @Test
    void noOtherStackHoldsTheClusterInPlace() {
        var data = Synthesis.production().data();
        var exports = data.findOutputs("*").toString();
        assertThat(exports).contains("Proxy").doesNotContain("ClusterEndpoint").doesNotContain("DBClusterResourceId");
        assertThat(data.findResources("AWS::SSM::Parameter")).hasSize(1);
    }

    @Test
    void settingsThatMakeNoSenseAreRefused() {
        for (var wrong : List.of(
                Map.<String, Object>of("size", "huge"),
                Map.<String, Object>of("domain", "standard.example.org"),
                Map.<String, Object>of("stage", "Production"))) {
            assertThatThrownBy(() -> Synthesis.of("dev", wrong)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aDeploymentTakesNoPlaceholders() {
        assertThatThrownBy(() -> Zips.built(Path.of("target/nowhere")).of("catalog"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("mvn -Pdeploy");
    }
}
