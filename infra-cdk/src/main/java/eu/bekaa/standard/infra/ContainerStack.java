package eu.bekaa.standard.infra;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.certificatemanager.Certificate;
import software.amazon.awscdk.services.ec2.Peer;
import software.amazon.awscdk.services.ec2.Port;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.ec2.SecurityGroupImportOptions;
import software.amazon.awscdk.services.ecs.AwsLogDriverProps;
import software.amazon.awscdk.services.ecs.Cluster;
import software.amazon.awscdk.services.ecs.ContainerDefinitionOptions;
import software.amazon.awscdk.services.ecs.ContainerImage;
import software.amazon.awscdk.services.ecs.ContainerInsights;
import software.amazon.awscdk.services.ecs.CpuArchitecture;
import software.amazon.awscdk.services.ecs.DeploymentCircuitBreaker;
import software.amazon.awscdk.services.ecs.FargateService;
import software.amazon.awscdk.services.ecs.FargateTaskDefinition;
import software.amazon.awscdk.services.ecs.LogDriver;
import software.amazon.awscdk.services.ecs.PortMapping;
import software.amazon.awscdk.services.ecs.RuntimePlatform;
import software.amazon.awscdk.services.elasticloadbalancingv2.AddApplicationTargetsProps;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationListener;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationLoadBalancer;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationProtocol;
import software.amazon.awscdk.services.elasticloadbalancingv2.BaseApplicationListenerProps;
import software.amazon.awscdk.services.elasticloadbalancingv2.HealthCheck;
import software.amazon.awscdk.services.elasticloadbalancingv2.ListenerCertificate;
import software.amazon.awscdk.services.elasticloadbalancingv2.SslPolicy;
import software.amazon.awscdk.services.logs.LogGroup;
import software.constructs.Construct;

/// What must be long-lived, such as streams that last longer than a gateway waits: the same code as one container,
/// which takes the functions' variables and listens on a port. Made only where the stage names an image; nothing needs
/// it yet.
final class ContainerStack extends Stack {
    private static final int PORT = 8080;
    private static final int HTTPS = 443;

    private final Stage stage;
    private final NetworkStack network;

    /// @param environment what the functions are told, too
    ContainerStack(
            Construct scope,
            Stage stage,
            Stage.Container container,
            NetworkStack network,
            Grants grants,
            Map<String, String> environment,
            StackProps properties) {
        super(scope, stage.named("container"), properties);
        this.stage = stage;
        this.network = network;
        var entrance = entrance();
        var service = service(task(container, grants, environment), entrance);
        listener(container, entrance)
                .addTargets(
                        "Tasks",
                        AddApplicationTargetsProps.builder()
                                .port(PORT)
                                .protocol(ApplicationProtocol.HTTP)
                                .targets(List.of(service))
                                .deregistrationDelay(Duration.seconds(30))
                                .healthCheck(HealthCheck.builder()
                                        .path("/health")
                                        .healthyHttpCodes("200")
                                        .build())
                                .build());
    }

    private FargateTaskDefinition task(Stage.Container container, Grants grants, Map<String, String> environment) {
        var task = FargateTaskDefinition.Builder.create(this, "Task")
                .cpu(1024)
                .memoryLimitMiB(2048)
                .runtimePlatform(RuntimePlatform.builder()
                        .cpuArchitecture(CpuArchitecture.ARM64)
                        .build())
                .build();
        // whatever the functions behind the API may do, together
        Deployables.ALL.stream()
                .filter(function -> function.trigger() instanceof Trigger.Requests)
                .flatMap(function -> grants.statements(function.permissions()).stream())
                .forEach(task::addToTaskRolePolicy);
        task.addContainer(
                "Standard",
                ContainerDefinitionOptions.builder()
                        .image(ContainerImage.fromRegistry(container.image()))
                        .portMappings(List.of(
                                PortMapping.builder().containerPort(PORT).build()))
                        .environment(environment)
                        .readonlyRootFilesystem(false)
                        .logging(LogDriver.awsLogs(AwsLogDriverProps.builder()
                                .streamPrefix("standard")
                                .logGroup(LogGroup.Builder.create(this, "Log")
                                        .retention(Logs.retention(stage))
                                        .removalPolicy(RemovalPolicy.DESTROY)
                                        .build())
                                .build()))
                        .build());
        return task;
    }

    private FargateService service(FargateTaskDefinition task, SecurityGroup entrance) {
        var door = SecurityGroup.Builder.create(this, "Door")
                .vpc(network.vpc)
                .description("Container of Standard")
                .allowAllOutbound(false)
                .build();
        door.addIngressRule(entrance, Port.tcp(PORT), "Load balancer");
        entrance.addEgressRule(door, Port.tcp(PORT), "Container");
        return FargateService.Builder.create(this, "Service")
                .cluster(Cluster.Builder.create(this, "Cluster")
                        .vpc(network.vpc)
                        .containerInsightsV2(ContainerInsights.ENABLED)
                        .build())
                .taskDefinition(task)
                .desiredCount(2)
                .vpcSubnets(NetworkStack.subnets(NetworkStack.OUTWARD))
                .securityGroups(List.of(
                        // as it is: what calls the container is let in by its own door
                        SecurityGroup.fromSecurityGroupId(
                                this,
                                "Functions",
                                network.functions.getSecurityGroupId(),
                                SecurityGroupImportOptions.builder()
                                        .mutable(false)
                                        .build()),
                        door))
                .circuitBreaker(
                        DeploymentCircuitBreaker.builder().rollback(true).build())
                .minHealthyPercent(100)
                .build();
    }

    private SecurityGroup entrance() {
        var entrance = SecurityGroup.Builder.create(this, "Entrance")
                .vpc(network.vpc)
                .description("Load balancer of Standard")
                .allowAllOutbound(false)
                .build();
        entrance.addIngressRule(Peer.anyIpv4(), Port.tcp(HTTPS), "Everybody");
        return entrance;
    }

    private ApplicationListener listener(Stage.Container container, SecurityGroup entrance) {
        return ApplicationLoadBalancer.Builder.create(this, "Balancer")
                .vpc(network.vpc)
                .vpcSubnets(NetworkStack.subnets(NetworkStack.PUBLIC))
                .internetFacing(true)
                .dropInvalidHeaderFields(true)
                .deletionProtection(stage.isKept())
                .securityGroup(entrance)
                .build()
                .addListener(
                        "Https",
                        BaseApplicationListenerProps.builder()
                                .port(HTTPS)
                                .open(false)
                                .sslPolicy(SslPolicy.RECOMMENDED_TLS)
                                .certificates(List.of(ListenerCertificate.fromCertificateManager(
                                        Certificate.fromCertificateArn(this, "Certificate", container.certificate()))))
                                .build());
    }
}
