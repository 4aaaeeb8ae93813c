package eu.bekaa.standard.function.docs;

import eu.bekaa.standard.web.Allowed;
import eu.bekaa.standard.web.Open;
import eu.bekaa.standard.web.WithoutOrganization;
import io.micronaut.core.annotation.AnnotationMetadata;
import io.micronaut.web.router.Router;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a route's annotations say that its signature does not.
/// @param permission `resource:action`; null for a route that is open to all
record RouteFacts(@Nullable String permission, boolean needsOrganization) {
    /// The facts of every route of the product, by `get /path/{variable}`.
    static Map<String, RouteFacts> of(Router router) {
        var facts = new HashMap<String, RouteFacts>();
        router.uriRoutes()
                .forEach(route -> facts.put(
                        key(
                                route.getHttpMethodName(),
                                route.getUriMatchTemplate().toPathString()),
                        of(route.getTargetMethod().getAnnotationMetadata())));
        return facts;
    }

    static String key(String method, String path) {
        return method.toLowerCase(Locale.ROOT) + " " + path;
    }

    boolean isOpen() {
        return permission == null;
    }

    private static RouteFacts of(AnnotationMetadata annotations) {
        return new RouteFacts(
                annotations.hasAnnotation(Open.class)
                        ? null
                        : annotations.stringValue(Allowed.class).orElse(null),
                !annotations.hasAnnotation(WithoutOrganization.class));
    }
}
