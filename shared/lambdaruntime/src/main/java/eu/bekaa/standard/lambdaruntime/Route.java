package eu.bekaa.standard.lambdaruntime;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// A route of the HTTP API.
/// @param method   `GET` and its like, or `ANY`
/// @param path     with variables in braces; `{name+}` at the end takes the rest
/// @param function whose it is
public record Route(String method, String path, Invocable function) {
    private static final Pattern VARIABLE = Pattern.compile("\\{[^}+]+}");
    private static final Pattern GREEDY = Pattern.compile("\\{[^}]+\\+}$");

    /// A full match goes before a greedy one, a longer one before a shorter.
    private static final Comparator<Route> CLOSEST = Comparator.<Route, Boolean>comparing(Route::isGreedy)
            .thenComparing(route -> route.method().equals("ANY"))
            .thenComparingLong(route -> VARIABLE.matcher(route.path()).results().count())
            .thenComparingInt(route -> -route.path().length());

    /// The route that API Gateway would choose.
    static Optional<Route> closest(List<Route> routes, String method, String path) {
        return routes.stream().filter(route -> route.matches(method, path)).min(CLOSEST);
    }

    String key() {
        return method + " " + path;
    }

    private boolean isGreedy() {
        return path.endsWith("+}");
    }

    private boolean matches(String wantedMethod, String wantedPath) {
        return (method.equals("ANY") || method.equals(wantedMethod))
                && wantedPath.matches(VARIABLE.matcher(GREEDY.matcher(path).replaceAll("(.+)"))
                        .replaceAll("[^/]+"));
    }
}
