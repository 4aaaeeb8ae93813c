package eu.bekaa.standard.lambda;

import io.micronaut.context.ApplicationContext;
import io.micronaut.function.aws.proxy.payload2.APIGatewayV2HTTPEventFunction;
import org.crac.Core;

/// The Lambda handler of every function behind the HTTP API (payload format 2.0): the controllers of its zip answer.
public final class ApiFunction extends APIGatewayV2HTTPEventFunction {
    // the registry of resources holds them weakly
    private final Priming priming;

    public ApiFunction() {
        this(ApplicationContext.run());
    }

    public ApiFunction(ApplicationContext context) {
        super(context);
        priming = new Priming(context, this);
        // after the beans, so that it is heard before them: it still needs the database
        Core.getGlobalContext().register(priming);
    }
}
