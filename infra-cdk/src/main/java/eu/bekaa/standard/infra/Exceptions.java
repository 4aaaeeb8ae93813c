package eu.bekaa.standard.infra;

import io.github.cdklabs.cdknag.NagPackSuppression;
import io.github.cdklabs.cdknag.NagSuppressions;
import java.util.List;
import software.constructs.IConstruct;

/// Where the stacks differ from what AwsSolutions asks for, and why. What is not stated here fails the tests.
final class Exceptions {
    private Exceptions() {}

    static void state(StandardApp app) {
        app.functions.functions.values().forEach(Exceptions::function);
        function(app.data.migrations);
        if (app.container != null) {
            container(app.container);
        }
        app.functions
                .api
                .getNode()
                .findAll()
                .forEach(part -> state(
                        part,
                        "AwsSolutions-APIG4",
                        "The product authenticates and authorizes every operation itself; docs/adr says why nothing stands"
                                + " in front of it."));
    }

    private static void container(ContainerStack container) {
        state(container, "AwsSolutions-IAM5", "Wildcards stand for the keys of one area of the bucket.");
        state(container, "AwsSolutions-EC23", "The product is there for everybody, over TLS.");
        state(container, "AwsSolutions-ECS2", "The variables name places; there is no secret among them.");
        state(
                container,
                "AwsSolutions-ELB2",
                "Where the log may be written depends on the region, which templates that fit"
                        + " any region do not know; the container logs its requests.");
    }

    private static void function(ProductFunction function) {
        state(
                function,
                "AwsSolutions-IAM5",
                "Wildcards stand for the keys of one area of the bucket, for the streams of the function's own log, and"
                        + " for network interfaces and traces, whose actions know no resources, for the identities of which a"
                        + " condition picks one, and for the regions over which an inference profile spreads.");
    }

    private static void state(IConstruct construct, String rule, String reason) {
        NagSuppressions.addResourceSuppressions(
                construct,
                List.of(NagPackSuppression.builder().id(rule).reason(reason).build()),
                true);
    }
}
