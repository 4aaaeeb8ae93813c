package eu.bekaa.standard.function.local;

import static eu.bekaa.standard.function.local.DescribedOperation.map;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What the API itself tells of what there is: ids, codes and cursors by the name of their field, and the tags of
/// what has been read.
final class Harvest {
    private static final String AN_ID = "(an id)";
    private static final int KEPT = 4;
    private static final int ROUNDS = 4;
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern PLACE = Pattern.compile("\\{([^}]*)}");

    private final Map<String, Set<String>> values = new TreeMap<>();
    private final List<String> tags = new ArrayList<>(List.of("*"));

    /// Reads everything that can be read with what is known, until nothing new can be.
    static Harvest of(Neighbourhood town, Wire wire) throws IOException {
        var harvest = new Harvest();
        var read = new HashSet<String>();
        for (int round = 0; round < ROUNDS; round++) {
            for (var operation : town.operations()) {
                if (operation.method().equals("get")) {
                    for (int i = 0; i < KEPT; i++) {
                        var target = harvest.target(operation, new Random(i));
                        if (target != null && read.add(target)) {
                            harvest.learn(wire.send(
                                    new Wire.Request("GET", target, town.credentials(operation), new byte[0])));
                        }
                    }
                }
            }
        }
        return harvest;
    }

    private void learn(Wire.Answer answer) throws IOException {
        if (answer.status() == 200 && answer.mediaType().equals("application/json")) {
            if (!answer.header("etag").isEmpty()) {
                tags.add(answer.header("etag"));
            }
            learn("", Judge.read(answer.body()));
        }
    }

    private void learn(String field, @Nullable Object value) {
        switch (value) {
            case Map<?, ?> map -> map.forEach((name, one) -> learn(name.toString(), one));
            case List<?> list -> list.forEach(one -> learn(field, one));
            case String text
            when field.endsWith("id") || field.endsWith("code") || field.equals("next_cursor") -> keep(field, text);
            case null, default -> {}
        }
    }

    private void keep(String field, String text) {
        var known = values.computeIfAbsent(field, name -> new LinkedHashSet<>());
        if (known.size() < KEPT) {
            known.add(text);
        }
    }

    Set<String> fields() {
        return values.keySet();
    }

    /// The path with known values in it, and the required parts of its query; null while some are unknown.
    @Nullable
    String target(DescribedOperation operation, Random random) {
        var places = PLACE.matcher(operation.path());
        var path = new StringBuilder();
        while (places.find()) {
            var value = value(places.group(1), operation.path(), random);
            if (value == null) {
                return null;
            }
            places.appendReplacement(path, encoded(value));
        }
        places.appendTail(path);
        var query = new ArrayList<String>();
        for (var parameter : operation.parameters("query")) {
            var name = parameter.get("name").toString();
            var known = name.endsWith("_id") ? value(name, operation.path(), random) : null;
            if (known != null && Boolean.TRUE.equals(parameter.get("required"))) {
                query.add(name + "=" + encoded(known));
            }
        }
        return path + (query.isEmpty() ? "" : "?" + String.join("&", query));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /// A value for a field of that name: `soaVersionId` is `soa_version_id`, `versionId` under `/maturity-versions/`
    /// is `maturity_version_id`.
    @Nullable
    String value(String name, String path, Random random) {
        var field = name.replaceAll("([a-z])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
        var fitting = values.keySet().stream()
                .filter(known -> known.equals(field) || known.endsWith("_" + field) || field.endsWith("_" + known))
                .filter(known -> !field.endsWith("_id") || areIds(values.get(known)))
                .sorted((one, other) -> Integer.compare(rank(other, field, path), rank(one, field, path)))
                .findFirst();
        return fitting.map(known -> any(values.get(known), random)).orElse(null);
    }

    /// A field may be called an id and be none of ours: the key that signs checkpoints has one.
    private static boolean areIds(Set<String> texts) {
        return texts.stream().allMatch(text -> ID.matcher(text).matches());
    }

    private static int rank(String known, String field, String path) {
        return (known.equals(field) ? 2 : 0) + (path.contains("/" + known.split("_", 2)[0]) ? 1 : 0);
    }

    private static String any(Set<String> all, Random random) {
        return List.copyOf(all).get(random.nextInt(all.size()));
    }

    /// An id of anything, or of nothing.
    String anyId(Random random) {
        var ids = values.entrySet().stream()
                .filter(entry -> entry.getKey().endsWith("_id"))
                .map(Map.Entry::getValue)
                .toList();
        return random.nextInt(4) == 0 || ids.isEmpty()
                ? new UUID(random.nextLong(), random.nextLong()).toString()
                : any(ids.get(random.nextInt(ids.size())), random);
    }

    /// The body made of the examples, with known ids where a field takes one.
    /// @param whole with the fields that may be left out
    Map<String, Object> body(DescribedOperation operation, boolean whole, Random random) {
        return map(filled("", operation.body(AN_ID, whole), operation.path(), random));
    }

    private Object filled(String field, Object value, String path, Random random) {
        return switch (value) {
            case Map<?, ?> map -> {
                var fields = new LinkedHashMap<String, Object>();
                map.forEach((name, one) -> fields.put(name.toString(), filled(name.toString(), one, path, random)));
                yield fields;
            }
            case List<?> list ->
                list.stream().map(one -> filled(field, one, path, random)).toList();
            case String text
            when text.equals(AN_ID) -> Objects.requireNonNullElseGet(value(field, path, random), () -> anyId(random));
            default -> value;
        };
    }

    /// The entity tag of something that has been read, or `*`.
    String tag(Random random) {
        return tags.get(random.nextInt(tags.size()));
    }
}
