package eu.bekaa.standard.infra;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.Annotations;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.lambda.Alias;
import software.amazon.awscdk.services.lambda.Architecture;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.LoggingFormat;
import software.amazon.awscdk.services.lambda.Runtime;
import software.amazon.awscdk.services.lambda.SnapStartConf;
import software.amazon.awscdk.services.lambda.Tracing;
import software.amazon.awscdk.services.lambda.VersionOptions;
import software.amazon.awscdk.services.logs.FilterPattern;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.MetricFilter;
import software.constructs.Construct;

/// A function with its log, its role and its alias. What calls it calls the alias: its versions start from snapshots,
/// and going back to an earlier one is a matter of moving the alias.
final class ProductFunction extends Construct {
    static final String ALIAS = "live";

    final Deployable deployable;
    final Function function;
    final Alias alias;
    final LogGroup log;

    /// @param environment what it must know
    /// @param rights      what it may do beside its log, its traces and its place in the network
    ProductFunction(
            Construct scope,
            Stage stage,
            Deployable deployable,
            Place place,
            Map<String, String> environment,
            List<PolicyStatement> rights) {
        super(scope, deployable.name());
        this.deployable = deployable;
        var name = stage.named(deployable.name());
        log = LogGroup.Builder.create(this, "Log")
                .logGroupName("/aws/lambda/" + name)
                .retention(Logs.retention(stage))
                .removalPolicy(RemovalPolicy.DESTROY)
                .build();
        // SnapStart tells in the report of an invocation how long the snapshot took to wake up
        MetricFilter.Builder.create(this, "ColdStart")
                .logGroup(log)
                .filterPattern(FilterPattern.literal(
                        "{ $.type = \"platform.report\" && $.record.metrics.restoreDurationMs > 0 }"))
                .metricNamespace(Metrics.namespace(stage))
                .metricName(Metrics.COLD_START)
                .metricValue("$.record.metrics.restoreDurationMs")
                .build();
        var role = role(name);
        rights.forEach(role::addToPolicy);
        function = Function.Builder.create(this, "Function")
                .functionName(name)
                .description("Standard: " + deployable.name())
                .runtime(Runtime.JAVA_25)
                .architecture(Architecture.ARM_64)
                .code(Code.fromAsset(place.zips().of(deployable.module())))
                .handler(deployable.handler())
                .memorySize(deployable.memoryMb())
                .timeout(Duration.seconds(deployable.timeout().toSeconds()))
                .role(role)
                .vpc(place.network().vpc)
                .vpcSubnets(NetworkStack.subnets(deployable.goesOut() ? NetworkStack.OUTWARD : NetworkStack.FUNCTIONS))
                .securityGroups(List.of(place.network().functions))
                .environment(started(environment))
                .loggingFormat(LoggingFormat.JSON)
                .logGroup(log)
                .tracing(Tracing.ACTIVE)
                .snapStart(
                        deployable.trigger() instanceof Trigger.Deployment ? null : SnapStartConf.ON_PUBLISHED_VERSIONS)
                .currentVersionOptions(VersionOptions.builder()
                        .removalPolicy(RemovalPolicy.RETAIN)
                        .build())
                .build();
        Annotations.of(function)
                .acknowledgeWarning(
                        "@aws-cdk/aws-lambda:snapStartRequirePublish",
                        "Whoever calls comes by the alias, a published version.");
        alias = Alias.Builder.create(this, "Alias")
                .aliasName(ALIAS)
                .version(function.getCurrentVersion())
                .build();
    }

    /// Compiled quickly rather than well, one thread that collects, and memory given back at once rather than by and
    /// by:
    /// what starts fast and stays small, in its snapshot too.
    private static Map<String, String> started(Map<String, String> environment) {
        var all = new TreeMap<>(environment);
        all.put("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:-ShrinkHeapInSteps");
        return all;
    }

    /// Where functions run, and from what.
    record Place(NetworkStack network, Zips zips) {}

    private Role role(String name) {
        var role = Role.Builder.create(this, "Role")
                .roleName(name + "-" + Stack.of(this).getRegion())
                .assumedBy(new ServicePrincipal("lambda.amazonaws.com"))
                .build();
        role.addToPolicy(
                statement(List.of("logs:CreateLogStream", "logs:PutLogEvents"), List.of(log.getLogGroupArn() + ":*")));
        // Lambda puts the function's network interfaces into the VPC on behalf of its role; these actions know no
        // resource
        role.addToPolicy(statement(
                List.of(
                        "ec2:CreateNetworkInterface",
                        "ec2:DescribeNetworkInterfaces",
                        "ec2:DescribeSubnets",
                        "ec2:DeleteNetworkInterface",
                        "ec2:AssignPrivateIpAddresses",
                        "ec2:UnassignPrivateIpAddresses"),
                List.of("*")));
        return role;
    }

    static PolicyStatement statement(List<String> actions, List<String> resources) {
        return PolicyStatement.Builder.create()
                .actions(actions)
                .resources(resources)
                .build();
    }
}
