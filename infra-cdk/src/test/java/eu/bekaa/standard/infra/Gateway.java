package eu.bekaa.standard.infra;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Chooses among routes as API Gateway does: segment by segment a literal before a variable, a variable before the
/// greedy rest.
record Gateway(Map<String, String> functionsByPath) {
    private static final String GREEDY = "{proxy+}";

    static Gateway of(List<Deployable> deployables) {
        var routes = new TreeMap<String, String>();
        for (var deployable : deployables) {
            if (deployable.trigger() instanceof Trigger.Requests requests) {
                requests.paths().forEach(path -> {
                    var other = routes.put(path, deployable.name());
                    if (other != null) {
                        throw new IllegalStateException(path + " is routed to " + other + " and " + deployable.name());
                    }
                });
            }
        }
        return new Gateway(routes);
    }

    /// The function that gets requests for a path, empty when only the fallback would.
    Optional<String> function(String path) {
        return functionsByPath.keySet().stream()
                .filter(route -> matches(segments(route), segments(path)))
                .min(Comparator.comparing(route -> rank(segments(route))))
                .map(functionsByPath::get);
    }

    /// Pairs of routes to different functions that can match one path while neither is the closer match from the
    /// first segment on which they differ to the last.
    List<String> ambiguities() {
        var routes = List.copyOf(functionsByPath.keySet());
        var found = new ArrayList<String>();
        for (var one : routes) {
            for (var other : routes) {
                if (one.compareTo(other) < 0
                        && !functionsByPath.get(one).equals(functionsByPath.get(other))
                        && compete(segments(one), segments(other))) {
                    found.add(one + " and " + other);
                }
            }
        }
        return found;
    }

    private static boolean compete(List<String> one, List<String> other) {
        var oneCloser = false;
        var otherCloser = false;
        for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
            var a = one.get(i);
            var b = other.get(i);
            if (kind(a) == 0 && kind(b) == 0 && !a.equals(b)) {
                return false;
            }
            oneCloser |= kind(a) < kind(b);
            otherCloser |= kind(b) < kind(a);
            if (kind(a) == 2 || kind(b) == 2) {
                return oneCloser && otherCloser;
            }
        }
        return one.size() == other.size() && oneCloser == otherCloser;
    }

    private static boolean matches(List<String> route, List<String> path) {
        for (int i = 0; i < route.size(); i++) {
            var segment = route.get(i);
            if (segment.equals(GREEDY)) {
                return path.size() > i;
            }
            if (i >= path.size() || kind(segment) == 0 && !segment.equals(path.get(i))) {
                return false;
            }
        }
        return route.size() == path.size();
    }

    private static String rank(List<String> route) {
        var rank = new StringBuilder();
        route.forEach(segment -> rank.append(kind(segment)));
        return rank.toString();
    }

    private static int kind(String segment) {
        return segment.equals(GREEDY) ? 2 : segment.startsWith("{") ? 1 : 0;
    }

    private static List<String> segments(String path) {
        return List.of(path.substring(1).split("/"));
    }
}
