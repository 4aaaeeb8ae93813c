package eu.bekaa.standard.lambda;

import io.micronaut.context.ApplicationContextBuilder;
import io.micronaut.context.ApplicationContextConfigurer;
import io.micronaut.context.annotation.ContextConfigurer;

/// Whatever starts in Lambda starts in the environment `lambda`.
@ContextConfigurer
public final class LambdaEnvironment implements ApplicationContextConfigurer {
    static final String NAME = "lambda";

    @Override
    public void configure(ApplicationContextBuilder builder) {
        if (System.getenv("AWS_LAMBDA_FUNCTION_NAME") != null) {
            builder.deduceEnvironment(false).environments(NAME);
        }
    }
}
