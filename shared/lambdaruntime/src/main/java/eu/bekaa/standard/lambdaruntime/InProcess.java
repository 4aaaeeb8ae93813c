package eu.bekaa.standard.lambdaruntime;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.amazonaws.services.lambda.runtime.serialization.factories.JacksonFactory;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/// A handler of HTTP events in this process, reached by way of its events' JSON as Lambda's runtime client reads and
/// writes it: much of the deployed shape without a process of its own.
public final class InProcess implements Invocable {
    private static final int PATIENCE_MILLIS = 30_000;

    private final RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> handler;
    private final PojoSerializer<APIGatewayV2HTTPEvent> events =
            LambdaEventSerializers.serializerFor(APIGatewayV2HTTPEvent.class, InProcess.class.getClassLoader());
    private final PojoSerializer<APIGatewayV2HTTPResponse> answers =
            JacksonFactory.getInstance().getSerializer(APIGatewayV2HTTPResponse.class);
    private final Context context = (Context)
            Proxy.newProxyInstance(Context.class.getClassLoader(), new Class<?>[] {Context.class}, InProcess::told);

    public InProcess(RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> handler) {
        this.handler = handler;
    }

    @Override
    public byte[] invoke(byte[] event) {
        var answer = new ByteArrayOutputStream();
        answers.toJson(handler.handleRequest(events.fromJson(new ByteArrayInputStream(event)), context), answer);
        return answer.toByteArray();
    }

    /// What a handler may ask of its invocation: names, and how long it still has.
    private static @Nullable Object told(Object proxy, Method asked, Object @Nullable [] none) {
        if (asked.getReturnType() == int.class) {
            return PATIENCE_MILLIS;
        }
        return asked.getReturnType() == String.class ? asked.getName() : null;
    }
}
