package eu.bekaa.standard.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.micronaut.context.ApplicationContext;
import java.util.HashMap;
import org.crac.Core;

/// The Lambda handler of every function behind the HTTP API (payload format 2.0): the controllers of its zip answer.
public final class ApiFunction implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
    private final EventHandler events;
    // the registry of resources holds them weakly
    private final Priming priming;

    public ApiFunction() {
        this(ApplicationContext.run());
    }

    public ApiFunction(ApplicationContext context) {
        events = new EventHandler(context);
        priming = new Priming(context, this);
        // after the beans, so that it is heard before them: it still needs the database
        Core.getGlobalContext().register(priming);
    }

    /// API Gateway takes the cookies out of the headers; the framework looks for them there.
    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        if (event.getCookies() != null && !event.getCookies().isEmpty()) {
            var headers = new HashMap<>(event.getHeaders());
            headers.put("cookie", String.join("; ", event.getCookies()));
            event.setHeaders(headers);
        }
        return events.exchange(event, new APIGatewayV2HTTPResponse())
                .getResponse()
                .getNativeResponse();
    }
}
