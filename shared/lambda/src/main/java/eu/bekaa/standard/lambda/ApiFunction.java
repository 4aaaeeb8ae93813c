package eu.bekaa.standard.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.micronaut.context.ApplicationContext;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.crac.Core;
import org.jspecify.annotations.Nullable;

/// The Lambda handler of every function behind the HTTP API (payload format 2.0): the controllers of its zip answer.
/// Reads and writes its JSON itself, so that this too is rehearsed before a snapshot.
public final class ApiFunction implements RequestStreamHandler {
    private final EventHandler events;
    private final JsonMapper json;
    // the registry of resources holds them weakly
    private final Priming priming;

    public ApiFunction() {
        this(ApplicationContext.run());
    }

    public ApiFunction(ApplicationContext context) {
        events = new EventHandler(context);
        json = context.getBean(JsonMapper.class);
        priming = new Priming(context, this);
        // after the beans, so that it is heard before them: it still needs the database
        Core.getGlobalContext().register(priming);
    }

    /// @throws IOException when what comes is no such event
    @Override
    public void handleRequest(InputStream event, OutputStream answer, @Nullable Context context) throws IOException {
        var read = json.readValue(event, GatewayEvent.class);
        if (read == null) {
            throw new IOException("The event is empty.");
        }
        var exchange = events.exchange(read, new APIGatewayV2HTTPResponse());
        json.writeValue(answer, GatewayAnswer.of(exchange.getResponse().getNativeResponse()));
    }
}
