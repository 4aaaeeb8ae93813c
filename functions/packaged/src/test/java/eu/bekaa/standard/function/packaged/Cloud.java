package eu.bekaa.standard.function.packaged;

import eu.bekaa.standard.lambdaruntime.Variables;
import io.micronaut.context.env.Environment;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.TreeMap;

/// What the deployment tells every function: where the embedded parts are.
@Singleton
final class Cloud {
    private final Environment environment;

    Cloud(Environment environment) {
        this.environment = environment;
    }

    Map<String, String> variables() {
        var variables = new TreeMap<>(new Variables(
                        value("datasources.default.url"),
                        value("aws.services.sqs.endpoint-override"),
                        value("aws.services.s3.endpoint-override"),
                        value("aws.region"),
                        value("aws.access-key-id"),
                        value("aws.secret-access-key"))
                .environment());
        variables.put("STANDARD_RATE_LIMITS_DOCUMENTS", "100000");
        variables.put("STANDARD_RATE_LIMITS_ADMIN", "100000");
        variables.put("STANDARD_RATE_LIMITS_RENDER", "100000");
        variables.put("STANDARD_RATE_LIMITS_OTHERS", "100000");
        return variables;
    }

    private String value(String name) {
        return environment.getRequiredProperty(name, String.class);
    }
}
