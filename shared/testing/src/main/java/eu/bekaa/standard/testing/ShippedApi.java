package eu.bekaa.standard.testing;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import eu.bekaa.standard.lambdaruntime.InProcess;
import eu.bekaa.standard.lambdaruntime.Invocable;
import io.micronaut.context.ApplicationContext;

/// The handler that functions behind the API are shipped with.
public final class ShippedApi {
    /// Loaded by its name, as Lambda does: only functions have it on their class path.
    private static final String HANDLER = "eu.bekaa.standard.lambda.ApiFunction";

    private ShippedApi() {}

    /// The handler before the controllers of a context.
    public static Invocable of(ApplicationContext context) {
        try {
            return new InProcess((RequestStreamHandler) Class.forName(HANDLER)
                    .getConstructor(ApplicationContext.class)
                    .newInstance(context));
        } catch (ReflectiveOperationException absent) {
            throw new IllegalStateException("Only a function has the shape of Lambda.", absent);
        }
    }
}
