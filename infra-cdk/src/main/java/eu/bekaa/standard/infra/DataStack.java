package eu.bekaa.standard.infra;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.ArnFormat;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.ec2.Port;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.rds.AuroraPostgresClusterEngineProps;
import software.amazon.awscdk.services.rds.AuroraPostgresEngineVersion;
import software.amazon.awscdk.services.rds.BackupProps;
import software.amazon.awscdk.services.rds.CfnDBCluster;
import software.amazon.awscdk.services.rds.ClusterInstance;
import software.amazon.awscdk.services.rds.Credentials;
import software.amazon.awscdk.services.rds.DatabaseCluster;
import software.amazon.awscdk.services.rds.DatabaseClusterEngine;
import software.amazon.awscdk.services.rds.DatabaseProxy;
import software.amazon.awscdk.services.rds.DatabaseProxyOptions;
import software.amazon.awscdk.services.rds.DefaultAuthScheme;
import software.amazon.awscdk.services.rds.IClusterInstance;
import software.amazon.awscdk.services.rds.ServerlessV2ClusterInstanceProps;
import software.amazon.awscdk.triggers.InvocationType;
import software.amazon.awscdk.triggers.Trigger;
import software.constructs.Construct;

/// The database, and the proxy that many short-lived functions share its connections through. Nobody but the
/// migration's first step uses a password: everyone else shows a token that IAM signed, the proxy included.
final class DataStack extends Stack {
    static final int PORT = 5432;

    final Key key;
    final DatabaseCluster cluster;
    final DatabaseProxy proxy;

    final ProductFunction migrations;

    DataStack(Construct scope, Stage stage, ProductFunction.Place place, StackProps properties) {
        super(scope, stage.named("data"), properties);
        var network = place.network();
        key = Key.Builder.create(this, "Key")
                .description("Database of Standard, " + stage.name())
                .enableKeyRotation(true)
                .removalPolicy(stage.isKept() ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY)
                .build();
        var door = SecurityGroup.Builder.create(this, "Door")
                .vpc(network.vpc)
                .description("Database of Standard")
                .allowAllOutbound(false)
                .build();
        cluster = cluster(stage, network, door);
        if (stage.snapshot() != null) {
            restore(stage.snapshot());
        }
        var desk = SecurityGroup.Builder.create(this, "Desk")
                .vpc(network.vpc)
                .description("Database proxy of Standard")
                .allowAllOutbound(false)
                .build();
        desk.addIngressRule(network.functions, Port.tcp(PORT), "Functions");
        desk.addEgressRule(door, Port.tcp(PORT), "Database");
        door.addIngressRule(desk, Port.tcp(PORT), "Proxy");
        door.addIngressRule(network.functions, Port.tcp(PORT), "Migrations go past the proxy");
        proxy = cluster.addProxy(
                "Proxy",
                DatabaseProxyOptions.builder()
                        .dbProxyName(stage.named("proxy"))
                        .vpc(network.vpc)
                        .vpcSubnets(NetworkStack.subnets(NetworkStack.DATABASE))
                        .securityGroups(List.of(desk))
                        .role(proxyRole())
                        .defaultAuthScheme(DefaultAuthScheme.IAM_AUTH)
                        .requireTls(true)
                        .idleClientTimeout(Duration.minutes(10))
                        .borrowTimeout(Duration.seconds(5))
                        .maxConnectionsPercent(90)
                        .maxIdleConnectionsPercent(20)
                        .build());
        migrations = migrations(stage, place);
        Cluster.publish(this, stage, cluster.getClusterIdentifier());
    }

    /// Migrations run here, before the stack of the functions is begun: a function never meets a schema older than
    /// itself, and when its own deployment fails, the former version goes on with a schema that has only grown.
    private ProductFunction migrations(Stage stage, ProductFunction.Place place) {
        var secret = Objects.requireNonNull(cluster.getSecret());
        var function = new ProductFunction(
                this,
                stage,
                Deployables.named(Deployables.MIGRATIONS),
                place,
                Map.of(
                        "STANDARD_ADMIN_SECRET", secret.getSecretArn(),
                        "STANDARD_ADMIN_URL",
                                Databases.adminUrl(cluster.getClusterEndpoint().getHostname()),
                        "STANDARD_OWNER_URL", Databases.url(proxy.getEndpoint(), Databases.OWNER)),
                List.of(
                        ProductFunction.statement(
                                List.of("secretsmanager:GetSecretValue"), List.of(secret.getSecretArn())),
                        ProductFunction.statement(List.of("rds-db:connect"), List.of(userOfProxy(Databases.OWNER)))));
        var run = Trigger.Builder.create(this, "Migrate")
                .handler(function.function)
                .invocationType(InvocationType.REQUEST_RESPONSE)
                .timeout(Duration.minutes(15))
                .build();
        run.executeAfter(cluster, proxy);
        return function;
    }

    /// The database user of that name, as IAM names it, when connecting to the cluster itself.
    String user(String role) {
        return user(cluster.getClusterResourceIdentifier(), role);
    }

    /// The database user of that name, as IAM names it, when connecting through the proxy.
    String userOfProxy(String role) {
        // arn:aws:rds:<region>:<account>:db-proxy:<id>
        return user(Fn.select(6, Fn.split(":", proxy.getDbProxyArn())), role);
    }

    private String user(String resource, String role) {
        return formatArn(ArnComponents.builder()
                .service("rds-db")
                .resource("dbuser")
                .arnFormat(ArnFormat.COLON_RESOURCE_NAME)
                .resourceName(resource + "/" + role)
                .build());
    }

    /// A cluster made from a backup inherits what it was encrypted with and who administers it; CloudFormation refuses
    /// to be told. The cluster it takes the place of leaves a last snapshot.
    private void restore(String snapshot) {
        var resource = (CfnDBCluster) Objects.requireNonNull(cluster.getNode().getDefaultChild());
        resource.setSnapshotIdentifier(snapshot);
        for (var inherited : List.of("MasterUsername", "KmsKeyId", "StorageEncrypted")) {
            resource.addPropertyDeletionOverride(inherited);
        }
    }

    private Role proxyRole() {
        var role = Role.Builder.create(this, "ProxyRole")
                .assumedBy(new ServicePrincipal("rds.amazonaws.com"))
                .description("The proxy logs in to the database with tokens of its own")
                .build();
        role.addToPolicy(PolicyStatement.Builder.create()
                .actions(List.of("rds-db:connect"))
                .resources(List.of(user(Databases.APPLICATION), user(Databases.OWNER)))
                .build());
        return role;
    }

    private DatabaseCluster cluster(Stage stage, NetworkStack network, SecurityGroup door) {
        var size = stage.size();
        return DatabaseCluster.Builder.create(this, "Cluster")
                .engine(DatabaseClusterEngine.auroraPostgres(AuroraPostgresClusterEngineProps.builder()
                        .version(AuroraPostgresEngineVersion.VER_17_7)
                        .build()))
                .vpc(network.vpc)
                .vpcSubnets(NetworkStack.subnets(NetworkStack.DATABASE))
                .securityGroups(List.of(door))
                // in Secrets Manager, known to nobody, changed by RDS every week
                .credentials(Credentials.fromUsername("standard_admin"))
                .manageMasterUserPassword(true)
                .iamAuthentication(true)
                .storageEncrypted(true)
                .storageEncryptionKey(key)
                .serverlessV2MinCapacity(size.leastCapacity)
                .serverlessV2MaxCapacity(size.mostCapacity)
                .writer(ClusterInstance.serverlessV2("Writer"))
                .readers(IntStream.range(0, size.readers)
                        .<IClusterInstance>mapToObj(number -> ClusterInstance.serverlessV2(
                                "Reader" + number,
                                ServerlessV2ClusterInstanceProps.builder()
                                        .scaleWithWriter(true)
                                        .build()))
                        .toList())
                .parameters(Map.of(
                        "rds.force_ssl", "1",
                        "timezone", "UTC",
                        "log_min_duration_statement", "1000",
                        "idle_in_transaction_session_timeout", "300000"))
                .backup(BackupProps.builder()
                        .retention(Duration.days(size.backupDays))
                        .build())
                .cloudwatchLogsExports(List.of("postgresql"))
                .cloudwatchLogsRetention(Logs.retention(stage))
                .copyTagsToSnapshot(true)
                .deletionProtection(stage.isKept())
                .removalPolicy(stage.isKept() ? RemovalPolicy.SNAPSHOT : RemovalPolicy.DESTROY)
                .build();
    }
}
