package eu.bekaa.standard.infra;

import software.amazon.awscdk.services.ssm.StringParameter;
import software.constructs.Construct;

/// The database cluster's identifier, left in a parameter: what is exported from a stack cannot change while another
/// stack uses it, and this changes when a backup takes the cluster's place.
final class Cluster {
    private Cluster() {}

    static void publish(Construct scope, Stage stage, String identifier) {
        StringParameter.Builder.create(scope, "ClusterIdentifier")
                .parameterName(parameter(stage))
                .description("The database cluster of Standard, " + stage.name())
                .stringValue(identifier)
                .build();
    }

    static String identifier(Construct scope, Stage stage) {
        return StringParameter.valueForStringParameter(scope, parameter(stage));
    }

    private static String parameter(Stage stage) {
        return "/standard/" + stage.name() + "/cluster";
    }
}
