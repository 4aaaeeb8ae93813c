package eu.bekaa.standard.lambda;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.micronaut.context.ApplicationContext;
import io.micronaut.core.convert.ConversionService;
import io.micronaut.function.BinaryTypeConfiguration;
import io.micronaut.function.aws.proxy.payload2.APIGatewayV2HTTPResponseServletResponse;
import io.micronaut.servlet.http.BodyBuilder;
import io.micronaut.servlet.http.ServletExchange;
import io.micronaut.servlet.http.ServletHttpHandler;

/// Leads events to the controllers.
final class EventHandler extends ServletHttpHandler<GatewayEvent, APIGatewayV2HTTPResponse> {
    private final ConversionService conversion;
    private final BinaryTypeConfiguration binary;
    private final BodyBuilder bodies;

    EventHandler(ApplicationContext context) {
        super(context, context.getConversionService());
        conversion = context.getConversionService();
        binary = context.getBean(BinaryTypeConfiguration.class);
        bodies = context.getBean(BodyBuilder.class);
    }

    @Override
    protected ServletExchange<GatewayEvent, APIGatewayV2HTTPResponse> createExchange(
            GatewayEvent event, APIGatewayV2HTTPResponse none) {
        return new EventRequest<>(event, new Answer(conversion, binary), conversion, bodies);
    }

    private static final class Answer extends APIGatewayV2HTTPResponseServletResponse<Object> {
        Answer(ConversionService conversion, BinaryTypeConfiguration binary) {
            super(conversion, binary);
        }
    }
}
