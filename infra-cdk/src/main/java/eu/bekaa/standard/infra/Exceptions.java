package eu.bekaa.standard.infra;

import io.github.cdklabs.cdknag.NagPackSuppression;
import io.github.cdklabs.cdknag.NagSuppressions;
import java.util.List;
import software.amazon.awscdk.Stack;
import software.constructs.IConstruct;

/// Where the stacks differ from what AwsSolutions asks for, and why. What is not stated here fails the tests, and stops
/// a deployment.
final class Exceptions {
    private static final String MANAGED = "AwsSolutions-IAM4";
    private static final String WILDCARD = "AwsSolutions-IAM5";

    private Exceptions() {}

    static void state(StandardApp app) {
        app.functions.functions.values().forEach(Exceptions::function);
        function(app.data.migrations);
        state(
                app.functions.api,
                "AwsSolutions-APIG4",
                "The product authenticates and authorizes every operation itself; docs/adr says why nothing stands"
                        + " in front of it.");
        state(
                app.observability,
                "AwsSolutions-SNS2",
                "Alarms name functions and figures, nothing of customers; CloudWatch cannot publish under the key that"
                        + " AWS manages.");
        helper(app.data, "LogRetention");
        helper(app.storage, "BucketNotificationsHandler");
        if (!app.stage.isKept()) {
            state(app.data, "AwsSolutions-RDS10", "A trial is removed without a trace.");
        }
        if (app.container != null) {
            container(app.container);
        }
    }

    private static void function(ProductFunction function) {
        state(
                function,
                WILDCARD,
                "Wildcards stand for the keys of one area of the bucket, for the streams of the function's own log,"
                        + " for network interfaces and traces, whose actions know no resources, for the identities of"
                        + " which a condition picks one, and for the regions over which an inference profile spreads.");
    }

    /// Functions that the CDK puts into a stack for what CloudFormation cannot do, with roles of its making.
    private static void helper(Stack stack, String beginning) {
        for (var part : stack.getNode().getChildren()) {
            if (part.getNode().getId().startsWith(beginning)) {
                state(part, MANAGED, "The CDK's own helper writes its log by the policy made for that.");
                state(part, WILDCARD, "The CDK's own helper serves every resource of its kind in the stack.");
            }
        }
    }

    private static void container(ContainerStack container) {
        state(container, WILDCARD, "Wildcards stand for the keys of one area of the bucket.");
        state(container, "AwsSolutions-EC23", "The product is there for everybody, over TLS.");
        state(container, "AwsSolutions-ECS2", "The variables name places; there is no secret among them.");
        state(
                container,
                "AwsSolutions-ELB2",
                "Where the log may be written depends on the region, which templates that fit any region do not know;"
                        + " the container logs its requests.");
    }

    private static void state(IConstruct construct, String rule, String reason) {
        NagSuppressions.addResourceSuppressions(
                construct,
                List.of(NagPackSuppression.builder().id(rule).reason(reason).build()),
                true);
    }
}
