package eu.bekaa.standard.web;

import eu.bekaa.standard.data.Transactions;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.ErrorCode;
import eu.bekaa.standard.kernel.Page;
import eu.bekaa.standard.kernel.Refusal;
import io.micronaut.context.BeanProvider;
import io.micronaut.core.convert.ConversionService;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteMatch;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Lets a change happen only to what the client has seen (RFC 9110 §13.1.1): what GET answers at the same address is
/// compared, and the change made, on one snapshot of the data. For a POST the address is the nearest one above that
/// shows a single resource, so `/soa/{id}/approve` is measured by `/soa/{id}`.
@Singleton
final class Preconditions {
    private final Transactions transactions;
    private final BeanProvider<Router> router;
    private final ConversionService conversion;
    private final Envelope envelope;

    Preconditions(
            Transactions transactions, BeanProvider<Router> router, ConversionService conversion, Envelope envelope) {
        this.transactions = transactions;
        this.router = router;
        this.conversion = conversion;
        this.envelope = envelope;
    }

    /// Runs a change in one transaction, under the request's condition if it has one.
    /// @throws Refusal `PRECONDITION_FAILED`
    <T extends @Nullable Object> T change(Caller caller, HttpRequest<?> request, Supplier<T> change) {
        var expected = IfMatch.of(request);
        return expected.isEmpty() ? transactions.write(caller, change) : transactions.writeOnSnapshot(caller, change);
    }

    /// Compares, within the open transaction.
    /// @throws Refusal `PRECONDITION_FAILED`, or what a GET would be refused with
    void require(Caller caller, HttpRequest<?> request) {
        var expected = IfMatch.of(request);
        if (expected.isPresent() && !expected.get().accepts(tag(caller, request))) {
            throw new Refusal(
                    ErrorCode.PRECONDITION_FAILED,
                    "The resource is not what If-Match expects; read it again and send the new ETag.");
        }
    }

    private @Nullable String tag(Caller caller, HttpRequest<?> request) {
        return resource(request)
                .map(route -> read(route, caller, request))
                .map(envelope::tag)
                .orElse(null);
    }

    private Optional<UriRouteMatch<Object, Object>> resource(HttpRequest<?> request) {
        var path = request.getPath();
        var found = single(path);
        while (found.isEmpty() && request.getMethod() == HttpMethod.POST && path.lastIndexOf('/') > 0) {
            path = path.substring(0, path.lastIndexOf('/'));
            found = single(path);
        }
        return found;
    }

    /// The route that shows one resource at that path: not a list, a page or a file.
    private Optional<UriRouteMatch<Object, Object>> single(String path) {
        return router.get()
                .<Object, Object>route(HttpMethod.GET, path)
                .filter(route -> Record.class.isAssignableFrom(answer(route)) && answer(route) != Page.class);
    }

    private static Class<?> answer(UriRouteMatch<Object, Object> route) {
        return route.getReturnType().getType();
    }

    private @Nullable Object read(UriRouteMatch<Object, Object> route, Caller caller, HttpRequest<?> request) {
        var arguments = route.getArguments();
        var values = new @Nullable Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            values[i] = value(arguments[i], route, caller, request);
        }
        return route.getExecutableMethod().invoke(route.getTarget(), values);
    }

    private @Nullable Object value(
            Argument<?> argument, UriRouteMatch<Object, Object> route, Caller caller, HttpRequest<?> request) {
        if (argument.getType() == Caller.class) {
            return caller;
        }
        if (argument.getType() == HttpRequest.class) {
            return request;
        }
        var inPath = route.getVariableValues().get(argument.getName());
        return inPath == null ? null : conversion.convertRequired(inPath, argument);
    }
}
